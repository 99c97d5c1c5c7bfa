package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.earn.EarnRules;
import io.loyalty4j.ledger.Journal.Line;
import io.loyalty4j.ledger.Posting.Balances;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatementTest {
    private final Shop shop = Shop.with(aPointPerDollar()
                    .reward("fifty", discount("5.00").costs(50))
                    .expiry(Expiry.after(Period.ofDays(10))))
            .at("2026-06-01T12:00");

    private static List<Long> points(List<Line> lines) {
        return lines.stream().map(Line::points).toList();
    }

    @Test
    void saysOfPointsThatNobodyEarnedHowTheyCame() {
        shop.says(OpeningBalance.of(Shop.ANA, "legacy").points(30));
        shop.says(Adjustment.add(Shop.ANA, "case-1", 20).by("agent").because("late"));

        assertThat(shop.journal().statement())
                .extracting(Line::text)
                .containsExactly("30 brought along", "20 given by the shop");
    }

    @Test
    void saysHowMuchOfWhatWasTakenBackIsOwed() {
        shop.buys("o-1", "60.00");
        shop.buys(shop.order("o-2", line("pin", "5.00")).redeem("fifty"));
        shop.cancels("o-1");

        assertThat(shop.journal().statement().get(2).text()).isEqualTo("order o-1: 60 taken back, 50 of them owed");
    }

    @Nested
    class OfSomeDays {
        @Test
        void hasTheFirstAndNotTheLastInTheProgramsZone() {
            shop.at("2026-06-01T23:59:59.999").buys("o-1", "10.00");
            shop.at("2026-06-02").buys("o-2", "20.00");
            shop.at("2026-06-03T23:59:59.999").buys("o-3", "40.00");
            shop.at("2026-06-04").buys("o-4", "80.00");

            List<Line> some = shop.journal().statement("2026-06-02", "2026-06-04");
            assertThat(points(some)).containsExactly(20L, 40L);
            assertThat(some).extracting(Line::available).containsExactly(30L, 70L);
            assertThat(shop.journal().statement("2026-06-02", "2026-06-02")).isEmpty();
            assertThatThrownBy(() -> shop.journal().statement("June", "2026-06-02"))
                    .isInstanceOf(DateTimeParseException.class);
        }

        @Test
        void countsWhatLapsedOnItsDayHoweverLateItWasBooked() {
            shop.buys("o-1", "10.00");
            shop.passes(Duration.ofDays(40)).engine().runDue(shop.now());
            assertThat(points(shop.journal().statement("2026-06-12", "2026-06-13")))
                    .containsExactly(-10L);
            assertThat(shop.journal().statement("2026-07-01", "2026-08-01")).isEmpty();
        }

        /** Else no statement would begin with the balance at which the last one ended. */
        @Test
        void countsALateOrderOnTheDayOfItsBooking() {
            shop.buys("o-1", "10.00");
            shop.at("2026-06-05T12:00")
                    .buys(shop.order("late", line("a", "5.00")).at(shop.now().minus(Duration.ofDays(3))));
            assertThat(points(shop.journal().statement("2026-06-02", "2026-06-03")))
                    .isEmpty();
            assertThat(points(shop.journal().statement("2026-06-05", "2026-06-06")))
                    .containsExactly(5L);
        }

        @Test
        void followsTheOneBeforeWithoutAGap() {
            for (int i = 0; i < 30; i++) {
                shop.passes(Duration.ofHours(19)).buys("o-" + i, (1 + i) + ".00");
            }
            List<Line> all = new ArrayList<>();
            for (String[] week : new String[][] {
                {"2026-06-01", "2026-06-08"}, {"2026-06-08", "2026-06-15"}, {"2026-06-15", "2026-08-01"}
            }) {
                all.addAll(shop.journal().statement(week[0], week[1]));
            }
            assertThat(all).isEqualTo(shop.journal().statement());
        }
    }

    @Nested
    class InPages {
        private final List<Integer> read = new ArrayList<>();

        private Journal paged() {
            LoyaltyStore store = shop.store();
            return Journal.of(
                    store.find(Shop.ANA).orElseThrow(),
                    (after, limit) -> {
                        List<Posting> page =
                                store.postings(Shop.ANA, after, limit).toList();
                        read.add(page.size());
                        return page.stream();
                    },
                    Optional.empty());
        }

        private void aLongLife() {
            for (int i = 0; i < 130; i++) {
                shop.buys("o-" + i, i % 3 == 0 ? "0.10" : "1.00");
                if (i % 10 == 0) {
                    shop.passes(Duration.ofDays(3));
                }
            }
        }

        @Test
        void isTheWholeWithExactBalances() {
            aLongLife();
            List<Line> all = shop.journal().statement();
            for (int size : new int[] {1, 7, 1_000}) {
                List<Line> forward = new ArrayList<>();
                List<Line> page = paged().statement(0, size);
                while (!page.isEmpty()) {
                    forward.addAll(page);
                    page = paged().statement(page.get(page.size() - 1).version(), size);
                }
                assertThat(forward).isEqualTo(all);
                List<Line> backward = new ArrayList<>();
                page = paged().statementBefore(Long.MAX_VALUE, size);
                while (!page.isEmpty()) {
                    backward.addAll(0, page);
                    page = paged().statementBefore(page.get(0).version(), size);
                }
                assertThat(backward).isEqualTo(all);
            }
            long balance = 0;
            for (Line line : all) {
                balance += line.points();
                assertThat(line.available()).isEqualTo(balance);
            }
        }

        @Test
        void readsNoMoreThanItShows() {
            aLongLife();
            paged().statement(100, 10);
            assertThat(read.stream().mapToInt(each -> each).sum()).isLessThanOrEqualTo(40);
            read.clear();
            paged().statementBefore(Long.MAX_VALUE, 10);
            assertThat(read.stream().mapToInt(each -> each).sum()).isLessThanOrEqualTo(40);
            assertThat(paged().statement(0, 0)).isEmpty();
        }

        @Test
        void isOfTheMomentAtWhichTheJournalWasAskedFor() {
            shop.buys("o-1", "10.00");
            Journal then = shop.engine().journal(Shop.ANA);
            shop.buys("o-2", "20.00");
            assertThat(then.statement()).hasSize(1);
            assertThat(then.statement(0, 10)).hasSize(1);
            assertThat(then.statementBefore(99, 10)).hasSize(1);
            assertThat(then.verify().findings()).isEmpty();
        }

        @Test
        void comesFromAStoreInTheSamePieces() {
            aLongLife();
            List<Posting> all = shop.store().postings(Shop.ANA).toList();
            Stream.of(0L, 1L, 17L, (long) all.size(), 9_999L).forEach(after -> {
                List<Posting> rest = all.stream().skip(after).limit(5).toList();
                assertThat(shop.store().postings(Shop.ANA, after, 5)).isEqualTo(rest);
            });
        }
    }

    @Nested
    class ByOccasion {
        @Test
        void aLateOrderCountsFromWhenItWasPlaced() {
            shop.buys("o-1", "10.00");
            shop.at("2026-06-05T12:00")
                    .buys(shop.order("late", line("a", "60.00")).at(shop.now().minus(Duration.ofDays(3))));
            Journal journal = shop.journal();

            assertThat(journal.asOf("2026-06-03").available()).isEqualTo(10);
            assertThat(journal.occurredBy("2026-06-03").available()).isEqualTo(70);
            assertThat(journal.occurredBy("2026-06-01").available()).isEqualTo(10);
            assertThat(journal.occurredBy("2026-06-05T12:00").available())
                    .isEqualTo(journal.asOf("2026-06-05T12:00").available())
                    .isEqualTo(70);
        }

        @Test
        void holdsAndRedemptionsCountFromTheirBooking() {
            shop.buys("o-1", "60.00");
            shop.at("2026-06-04T12:00")
                    .reserves(shop.order("o-2", line("pin", "7.00")).redeem("fifty"));
            shop.at("2026-06-04T12:30")
                    .buys(shop.order("o-2", line("pin", "7.00"))
                            .redeem("fifty")
                            .at(shop.now().minus(Duration.ofDays(2))));
            Journal journal = shop.journal();

            assertThat(journal.occurredBy("2026-06-03")).isEqualTo(new Balances(0, 62, 0, 0));
            assertThat(journal.occurredBy("2026-06-04T12:10")).isEqualTo(new Balances(0, 12, 50, 0));
            assertThat(journal.occurredBy("2026-06-04")).isEqualTo(new Balances(0, 12, 0, 0));
        }

        @Test
        void whatLapsedCountsFromWhenItWasDue() {
            shop.buys("o-1", "10.00");
            shop.passes(Duration.ofDays(40)).engine().runDue(shop.now());
            assertThat(shop.journal().occurredBy("2026-06-11").available()).isEqualTo(10);
            assertThat(shop.journal().occurredBy("2026-06-12").available()).isZero();
        }

        @Test
        void atTheEndItIsWhatTheAccountHas() {
            Shop visits =
                    Shop.with(Shop.program().earn("visit", EarnRules.points(7).forActivity("visit")));
            visits.engine()
                    .record(Activity.of(Shop.ANA, "visit", "v").at(visits.now().minus(Duration.ofDays(9))));
            assertThat(visits.journal().occurredBy("2026-11-20").available()).isEqualTo(7);
            assertThat(visits.journal().asOf("2026-11-20").available()).isZero();
            assertThat(visits.journal().occurredBy("2026-11-21").available()).isEqualTo(visits.available());
        }
    }
}
