package io.loyalty4j.notify;

import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.ledger.Shop.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Moment;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever members do: nothing is told twice, nothing is missed, and who looks only when told to sees what is seen by looking all the time. */
class ReminderLawTest {
    private static final long SEED = Long.getLong("loyalty4j.laws.seed", System.nanoTime());
    private static final int LIVES = 2;
    private static final int HOURS = 24 * 400;
    private static final List<String> ZONES =
            List.of("America/New_York", "Europe/Berlin", "Africa/Cairo", "Asia/Tokyo", "Pacific/Auckland");
    private static final List<String> DAYS = List.of("02-29", "02-28", "03-29", "12-30", "01-03", "06-15", "10-25");

    @BeforeAll
    static void sayTheSeed() {
        System.out.println("The law of reminders, seed " + SEED);
    }

    private static SortedMap<String, Moment> moments(Random random) {
        SortedMap<String, Moment> moments = new TreeMap<>();
        moments.put(
                "thanks",
                Moment.afterOrder(Duration.ofHours(1 + random.nextInt(72))).when(orderFrom("30.00")));
        moments.put(
                "seldom-thanks",
                Moment.afterOrder(Duration.ofHours(5))
                        .when(orderFrom("30.00"))
                        .atMostTimes(2)
                        .per(Window.rolling(Period.ofDays(20))));
        moments.put("birthday", Moment.onBirthday().coolingOff(Period.ofDays(random.nextInt(40))));
        moments.put("years", Moment.onAnniversary());
        moments.put("back", Moment.dormantFor(Period.ofDays(20 + random.nextInt(40))));
        moments.put("seldom-back", Moment.dormantFor(Period.ofDays(10)).oncePer(Window.QUARTER));
        moments.put("rhythm", Moment.dormantFor(2));
        moments.put("soon", Moment.beforeExpiry(Period.ofDays(1 + random.nextInt(20))));
        moments.put("seldom-soon", Moment.beforeExpiry(Period.ofDays(25)).oncePer(Window.MONTH));
        moments.put("risk", Moment.tierAtRisk(Period.ofDays(1 + random.nextInt(60))));
        return moments;
    }

    /** One member's life, hour by hour. */
    private static final class OneLife {
        private final Random random;
        private final Shop shop;
        private final SortedMap<String, Moment> moments;
        private final List<Pump> pumps = new ArrayList<>();
        private final NaiveReminders naive;
        private final List<String> orders = new ArrayList<>();
        private final ZoneId zone;

        OneLife(long seed) {
            this.random = new Random(seed);
            this.zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            this.moments = moments(random);
            this.shop = Shop.with(LoyaltyProgram.named("laws")
                    .currency("USD")
                    .zone(zone.getId())
                    .earn("base", EarnRules.points(1).per("1.00"))
                    .tiers(TierLadder.bySpend()
                            .per(random.nextBoolean() ? Window.QUARTER : Window.rolling(Period.ofDays(90)))
                            .base("BLUE")
                            .tier("GOLD", 100))
                    .expiry(
                            random.nextBoolean()
                                    ? Expiry.afterInactivity(Period.ofDays(50))
                                    : Expiry.after(Period.ofDays(60)).roundedUpTo(Window.MONTH)));
            shop.at(LocalDate.of(2023, 6, 1)
                    .plusDays(random.nextInt(500))
                    .atTime(random.nextInt(24), 0)
                    .atZone(zone)
                    .toInstant());
            this.naive = new NaiveReminders(moments, zone);
        }

        Pump pump() {
            Pump pump = new Pump(shop);
            moments.forEach(pump::moment);
            pumps.add(pump);
            return pump;
        }

        void born() {
            String day = DAYS.get(random.nextInt(DAYS.size()));
            ZoneId home = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            Member ana = Member.of(ANA).birthday(day).zone(home.getId());
            shop.engine().enrol(ana);
            pumps.forEach(pump -> pump.knows(ana));
            naive.born(day, home, shop.now());
        }

        /** Whether something happened. */
        boolean happens() {
            int what = random.nextInt(1200);
            if (what < 3) {
                born();
            } else if (what < 6 && !orders.isEmpty()) {
                String order = orders.get(random.nextInt(orders.size()));
                shop.cancels(order);
                naive.cancelled.add(order);
            } else if (what < 14) {
                boolean small = random.nextInt(4) == 0;
                String order = (small ? "B-" : "A-") + orders.size();
                orders.add(order);
                shop.buys(order, (1 + random.nextInt(29) + (small ? 0 : 29)) + ".00");
                naive.orders.put(shop.now(), order);
            } else {
                return false;
            }
            return true;
        }

        void hourPasses() {
            shop.at(shop.now().plus(Duration.ofHours(1)));
            if (shop.now().getEpochSecond() % 86_400 == 0) {
                shop.engine().runDue();
            }
        }

        Account account() {
            return shop.engine().account(ANA);
        }
    }

    /** Those that are no change of a tier, of which the naive reckoning knows nothing. */
    private static List<String> ofMoments(Pump pump) {
        return pump.told.stream()
                .filter(line -> !line.contains("/~~tier-kept/"))
                .sorted()
                .toList();
    }

    @Test
    void lookingOnlyWhenToldToIsLookingAllTheTimeAndBothAreTheNaiveReckoning() {
        int toldInAll = 0;
        for (int i = 0; i < LIVES; i++) {
            OneLife life = new OneLife(SEED + i);
            Pump always = life.pump();
            Pump patient = life.pump();
            Pump one = life.pump();
            life.born();
            List.of(always, patient, one).forEach(Pump::look);
            int looks = 0;
            for (int hour = 0; hour < HOURS; hour++) {
                life.hourPasses();
                Instant now = life.shop.now();
                boolean news = life.happens();
                life.naive.hour(life.account(), now);
                always.look();
                if (news || patient.next.filter(at -> !at.isAfter(now)).isPresent()) {
                    patient.look();
                    one.lookAgainAndAgain();
                    looks++;
                }
            }
            String which = "life " + i + " of seed " + SEED + " in " + life.zone;
            assertThat(ofMoments(always))
                    .as(which)
                    .isEqualTo(life.naive.told.stream().sorted().toList());
            assertThat(patient.told).as(which).isEqualTo(always.told);
            assertThat(one.told).as(which).containsExactlyInAnyOrderElementsOf(always.told);
            assertThat(always.ids()).as(which).doesNotHaveDuplicates();
            assertThat(looks).as(which).isLessThan(HOURS / 20);
            toldInAll += always.told.size();
        }
        assertThat(toldInAll).as("seed %s", SEED).isGreaterThan(LIVES * 50);
    }

    @Test
    void whoeverLooksAtLeastOnceAWeekMissesNothing() {
        for (int i = 0; i < LIVES; i++) {
            OneLife life = new OneLife(SEED + i);
            life.moments.keySet().retainAll(List.of("thanks", "birthday", "years"));
            Pump always = life.pump();
            Pump seldom = life.pump();
            life.born();
            always.look();
            seldom.look();
            int wait = 0;
            for (int hour = 0; hour < HOURS + 24 * 7; hour++) {
                life.hourPasses();
                if (hour % 80 == 0) {
                    String order = "A-" + hour;
                    life.shop.buys(order, "30.00");
                }
                always.look();
                wait--;
                if (wait <= 0) {
                    seldom.look();
                    assertThat(seldom.look()).isEmpty();
                    wait = life.random.nextInt(24 * 6);
                }
            }
            seldom.look();
            TreeSet<String> missed = new TreeSet<>(always.ids());
            missed.removeAll(seldom.ids());
            assertThat(missed).as("seed %s", SEED).isEmpty();
            assertThat(always.ids()).as("seed %s", SEED).containsAll(seldom.ids());
            assertThat(seldom.ids()).as("seed %s", SEED).doesNotHaveDuplicates();
        }
    }

    @Test
    void aLookHasTheSameAnswerWheneverItIsTaken() {
        OneLife life = new OneLife(SEED);
        Pump pump = life.pump();
        life.born();
        pump.look();
        for (int step = 0; step < 300; step++) {
            life.happens();
            Due first = pump.due();
            Due second = pump.due();
            assertThat(second.next()).isEqualTo(first.next());
            assertThat(second.seen()).isEqualTo(first.seen());
            assertThat(events(second)).isEqualTo(events(first));
            life.shop.at(life.shop.now().plus(Duration.ofHours(life.random.nextInt(48))));
            if (life.random.nextBoolean()) {
                pump.look();
            }
        }
        assertThat(Optional.of(pump.told).filter(List::isEmpty)).isEmpty();
    }

    private static List<LoyaltyEvent> events(Due due) {
        return due.reminders().stream()
                .map(one -> one.event(MomentGift.NOTHING))
                .toList();
    }
}
