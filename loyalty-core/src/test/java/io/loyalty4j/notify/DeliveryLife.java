package io.loyalty4j.notify;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.program.Moment.afterOrder;
import static io.loyalty4j.program.Moment.dormantFor;
import static io.loyalty4j.program.Moment.onBirthday;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.laws.Chance;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.ForwardingStore;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Notice;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Some days of five members, a till, and a few machines that tell them by e-mail and by text message, one after the other at the same store. */
final class DeliveryLife implements AutoCloseable {
    private static final int MEMBERS = 5;
    private static final int MACHINES = 3;
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.named("lives")
            .currency("GBP")
            .zone("Europe/London")
            .earn("base", points(1).per("1.00"))
            .reward("ten", discount("1.00").costs(10))
            .moment("thanks", afterOrder(Duration.ofMinutes(30)))
            .moment("hooray", onBirthday().givingPoints(50))
            .moment("win-back", dormantFor(Period.ofDays(2)).givingPoints(5))
            .build();
    private static final Patience PATIENCE = new Patience(
            3, Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofSeconds(30), Duration.ofMinutes(2), 1);

    final Mishaps mishaps;
    final Map<String, Arrivals> arrivals = Map.of("email", new Arrivals(), "sms", new Arrivals());
    private final Set<String> dropped = new HashSet<>();
    private final Map<String, Set<String>> parked = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");
    private final LoyaltyStore store = noting(LoyaltyStore.inMemory());
    private final LoyaltyEngine till =
            LoyaltyEngine.builder(PROGRAM).store(store).clock(clock).build();
    private final List<LoyaltyEngine> machines = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final Chance chance;
    private int number;
    private boolean slow;

    DeliveryLife(long seed) {
        this.chance = Chance.of(seed);
        this.mishaps = new Mishaps(chance, chance.weighted(1, 2, 1));
        arrivals.keySet().forEach(channel -> parked.put(channel, new HashSet<>()));
        for (int i = 0; i < MACHINES; i++) {
            machines.add(machine(i));
        }
    }

    /** Knows what was ever parked. */
    private LoyaltyStore noting(LoyaltyStore plain) {
        return new ForwardingStore(plain) {
            @Override
            public void put(Notice notice) {
                String[] words = notice.id().split("@", -1);
                if (notice.state() == Notice.State.PARKED) {
                    parked.get(words[1]).add(words[0]);
                }
                store.put(notice);
            }
        };
    }

    private LoyaltyEngine machine(int which) {
        return LoyaltyEngine.builder(PROGRAM)
                .store(new MoodyStore(store, mishaps, this::meanwhile))
                .clock(clock)
                .notifications(Channel.together(
                        Channel.of("email", event -> tell(which, "email", event))
                                .atMost(2, DAY)
                                .quietBetween("21:00", "08:00"),
                        Channel.of("sms", event -> tell(which, "sms", event)).atMost(1, DAY)))
                .patience(PATIENCE)
                .build();
    }

    private void meanwhile() {
        if (mishaps.happens(10)) {
            acts();
        }
        if (mishaps.happens(10)) {
            looksThrough();
        }
    }

    private void tell(int which, String channel, LoyaltyEvent event) throws Exception {
        mishaps.mayFail(40);
        mishaps.mayDie(15);
        if (channel.equals("email") && mishaps.keepsFrom(event.member())) {
            throw new IllegalStateException("unreachable");
        }
        arrives(channel, event);
        if (!slow && mishaps.happens(15)) {
            takes(PATIENCE.lease().plusSeconds(1), which);
        } else if (!slow && chance.percent(mishaps.count() == 0 ? 40 : 5)) {
            takes(PATIENCE.timeLimit().minusSeconds(1), which);
        }
        mishaps.mayFail(20);
        mishaps.mayDie(10);
    }

    /** Meanwhile the next machine does a round. */
    private void takes(Duration time, int which) throws InterruptedException {
        slow = true;
        clock.pass(time);
        Thread meanwhile = new Thread(() -> round((which + 1) % MACHINES));
        meanwhile.start();
        meanwhile.join();
        slow = false;
    }

    private void arrives(String channel, LoyaltyEvent event) {
        boolean wanted = event.messageClass() == MessageClass.TRANSACTIONAL
                || store.profile(event.member())
                        .filter(profile -> profile.consents().contains(channel))
                        .isPresent();
        try {
            assertThat(wanted)
                    .as("%s without consent to %s", event.id(), channel)
                    .isTrue();
            arrivals.get(channel).add(event);
        } catch (AssertionError e) {
            broken.add(e.getMessage());
        }
    }

    private void round(int which) {
        try {
            machines.get(which).runDue(clock.instant());
        } catch (Mishaps.Mishap | Mishaps.Death known) {
            assertThat(mishaps.count()).isPositive();
        }
    }

    DeliveryLife passes(int steps) {
        for (int i = 0; i < steps; i++) {
            number++;
            step();
        }
        return this;
    }

    private void step() {
        switch (chance.weighted(35, 35, 15, 4, 4, 4)) {
            case 0 -> acts();
            case 1 -> round(chance.below(MACHINES));
            case 2 -> clock.pass(Duration.ofSeconds(chance.of(5, 20, 121, 600, 4_000, 30_000)));
            case 3 -> looksThrough();
            case 4 -> till.enrol(profile());
            default -> mishaps.turn(someone());
        }
    }

    private static MemberId member(int number) {
        return MemberId.of("m" + number);
    }

    private static Stream<MemberId> members() {
        return IntStream.range(0, MEMBERS).mapToObj(DeliveryLife::member);
    }

    private MemberId someone() {
        return member(chance.below(MEMBERS));
    }

    private void acts() {
        int what = orders.isEmpty() ? 0 : chance.below(10);
        if (what < 5) {
            buys(order(someone()));
        } else if (what < 8) {
            buys(order(someone()).redeem("ten"));
        } else if (what < 9) {
            till.refund(Refund.of(chance.of(orders), "r-" + number).line("thing", 1));
        } else {
            till.cancel(orders.remove(chance.below(orders.size())));
        }
    }

    private void buys(Order order) {
        till.purchase(order);
        orders.add(order);
    }

    private Order order(MemberId member) {
        number++;
        return Order.of(member, "o-" + number)
                .currency("GBP")
                .line(OrderLine.of("thing", 5 + chance.below(50) + ".00").times(2));
    }

    private Member profile() {
        Member plain =
                Member.of(someone()).birthday(chance.of("06-02", "06-04")).zone(chance.of("Asia/Tokyo", "UTC"));
        return switch (chance.below(4)) {
            case 0 -> plain;
            case 1 -> plain.consentsTo("email");
            default -> plain.consentsTo("email", "sms");
        };
    }

    /** A person looks at what was parked. */
    private void looksThrough() {
        for (Notice notice : till.notifications().parked(10)) {
            if (chance.percent(60)) {
                till.notifications().retry(notice);
            } else {
                till.notifications().drop(notice);
                dropped.add(notice.id());
            }
        }
    }

    /** Everybody works again; what waits for its time gets it. */
    DeliveryLife calmsDown() {
        mishaps.end();
        for (int hour = 0; hour < 30; hour++) {
            IntStream.range(0, MACHINES).forEach(this::round);
            clock.pass(Duration.ofHours(1));
        }
        round(0);
        return this;
    }

    /** Holds that whoever cannot be told by one channel keeps nobody else from it in one and the same round, and is told by the other, once. */
    DeliveryLife oneFails() {
        Arrivals sms = arrivals.get("sms");
        int before = sms.again();
        mishaps.turn(member(0));
        members().forEach(member -> buys(order(member)));
        round(1);
        members().forEach(member -> {
            String last = member + "/" + till.account(member).version() + "/0";
            assertThat(sms.ids()).contains(last);
            assertThat(mishaps.keepsFrom(member) || arrivals.get("email").ids().contains(last))
                    .as(last)
                    .isTrue();
        });
        clock.pass(PATIENCE.longestPause().multipliedBy(2));
        round(2);
        assertThat(sms.again()).as("told again by who was told").isEqualTo(before);
        return this;
    }

    void isSound() {
        assertThat(broken).isEmpty();
        arrivals.forEach((channel, arrived) -> arrived.areInOrder(parked.get(channel)));
        members().forEach(this::nothingWaits);
        Set<String> all = journal();
        arrivals.forEach((channel, arrived) -> {
            Set<String> known = new HashSet<>(arrived.ids());
            Stream.of(Notice.State.values())
                    .flatMap(state -> store.notices(state, 100_000).stream().map(Notice::id))
                    .filter(id -> id.endsWith("@" + channel))
                    .forEach(id -> known.add(id.substring(0, id.indexOf('@'))));
            dropped.stream()
                    .filter(id -> id.endsWith("@" + channel))
                    .forEach(id -> known.add(id.substring(0, id.indexOf('@'))));
            known.removeIf(id -> !Arrivals.ofPosting(id));
            assertThat(known).as(channel).containsExactlyInAnyOrderElementsOf(all);
        });
        assertThat(store.notices(Notice.State.HELD_BACK, 100_000))
                .allSatisfy(notice ->
                        assertThat(marketing(notice)).as(notice.toString()).isTrue());
        if (mishaps.count() == 0) {
            arrivals.values().forEach(arrived -> assertThat(arrived.again()).isZero());
        }
    }

    private void nothingWaits(MemberId member) {
        Optional<Contact> contact = store.contact(member);
        assertThat(contact.flatMap(Contact::news)).isEmpty();
        assertThat(contact.flatMap(Contact::lease)).isEmpty();
        assertThat(contact.map(it -> it.memory().keySet()).orElse(Set.of())).noneMatch(key -> key.startsWith("wait/"));
        assertThat(contact.flatMap(Contact::dueAt).filter(at -> !at.isAfter(clock.instant())))
                .isEmpty();
    }

    private static boolean marketing(Notice notice) {
        return !Arrivals.ofPosting(notice.id().substring(0, notice.id().indexOf('@')))
                || notice.kind().equals("PointsEarned");
    }

    private Set<String> journal() {
        EventReading reading = new EventReading(PROGRAM, Optional.empty());
        Set<String> ids = new HashSet<>();
        members().forEach(member -> {
            Optional<Posting> before = Optional.empty();
            for (Posting posting : store.postings(member).toList()) {
                reading.of(posting, before).stream()
                        .filter(event -> !MomentGift.saidOtherwise(event))
                        .forEach(event -> ids.add(event.id()));
                before = Optional.of(posting);
            }
        });
        return ids;
    }

    @Override
    public void close() {
        machines.forEach(LoyaltyEngine::close);
        till.close();
    }
}
