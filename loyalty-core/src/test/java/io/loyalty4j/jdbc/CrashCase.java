package io.loyalty4j.jdbc;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.donation;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.shop.Window;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A command whose calls are to be broken.
 *
 * @param before what the member did before
 * @param act the command, or commands
 */
record CrashCase(String name, Consumer<Till> before, Consumer<Till> act) {
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final Duration LATER = Duration.ofDays(3);

    static List<CrashCase> all() {
        Consumer<Till> nothing = till -> {};
        Consumer<Till> rich = till -> till.engine().purchase(till.rich());
        Consumer<Till> held = rich.andThen(till -> till.engine().reserve(till.paidWith("five")));
        return List.of(
                new CrashCase(
                        "enrol",
                        nothing,
                        till -> till.engine().enrol(Member.of(till.ana()).birthday("02-29"))),
                new CrashCase("first purchase", nothing, rich),
                new CrashCase("reserve", rich, till -> till.engine().reserve(till.paidWith("five"))),
                new CrashCase(
                        "purchase of what is held", held, till -> till.engine().purchase(till.paidWith("five"))),
                new CrashCase(
                        "purchase of a scarce reward",
                        rich,
                        till -> till.engine().purchase(till.paidWith("scarce"))),
                new CrashCase("donation", rich, till -> till.engine().purchase(till.paidWith("give"))),
                new CrashCase(
                        "edit",
                        rich,
                        till -> till.engine()
                                .purchase(till.order("rich", "150.00").revision(2))),
                new CrashCase("refund", rich, till -> till.engine().refund(till.back("rma"))),
                new CrashCase(
                        "refund before its order",
                        nothing,
                        till -> till.engine().refund(till.back("rma"))),
                new CrashCase("cancel", rich, till -> till.engine().cancel(till.rich())),
                new CrashCase("activity", rich, till -> till.engine().record(Activity.of(till.ana(), "review", "r-1"))),
                new CrashCase("adjustment", rich, till -> till.engine().execute(till.sorry(till.ana(), 1))),
                new CrashCase(
                        "transfer",
                        rich.andThen(till -> till.engine().enrol(Member.of(till.ben()))),
                        till -> till.engine()
                                .execute(Transfer.of(till.ana(), "gift", 70).to(till.ben()))),
                new CrashCase(
                        "several at once",
                        rich,
                        till -> till.engine()
                                .executeAll(List.of(
                                        till.back("rma"),
                                        till.sorry(till.ben(), 1),
                                        till.sorry(till.ana(), 2),
                                        till.back("rma-2")))),
                new CrashCase("what falls due", held, Till::comesBackLater));
    }

    Till till(LoyaltyStore store, String run) {
        return new Till(store, run);
    }

    /**
     * A till, and names that no other run has.
     *
     * @param run what they begin with
     */
    record Till(LoyaltyStore store, String run) {
        LoyaltyEngine engine() {
            return engine(Duration.ZERO);
        }

        /** With a charity of its own: one that others have given to later does not take what comes from before. */
        private LoyaltyProgram program() {
            return LoyaltyProgram.named("shop")
                    .currency("EUR")
                    .zone("Europe/Berlin")
                    .inForceFrom("2026-01-01")
                    .earn("base", points(1).per("1.00"))
                    .earn(
                            "launch",
                            points(3).perOrder().atMostPoints(1_000_000_000).inAll())
                    .earn(
                            "review",
                            points(5)
                                    .forActivity("review")
                                    .atMostPoints(1_000_000_000)
                                    .inAll())
                    .reward("five", discount("5.00").costs(50))
                    .reward("scarce", discount("5.00").costs(50).stock(1_000_000))
                    .reward("give", donation("charity-" + run).costs(20))
                    .transfers(Transfers.upTo(500).per(Window.YEAR))
                    .build();
        }

        private LoyaltyEngine engine(Duration later) {
            return LoyaltyEngine.builder(program())
                    .store(store)
                    .clock(Clock.fixed(NOW.plus(later), ZoneOffset.UTC))
                    .chance(new Random(1))
                    .build();
        }

        /** Housekeeping, days later, until nothing is left. */
        void comesBackLater() {
            comesBack(LATER);
        }

        /** Once more, when nobody holds what somebody was at who died. */
        void comesBackAfterLeases() {
            comesBack(LATER.plusHours(1));
        }

        private void comesBack(Duration later) {
            LoyaltyEngine engine = engine(later);
            for (int round = 0; engine.runDue().more(); round++) {
                if (round > 100) {
                    throw new AssertionError("housekeeping does not come to an end");
                }
            }
        }

        MemberId ana() {
            return MemberId.of(run + "-ana");
        }

        MemberId ben() {
            return MemberId.of(run + "-ben");
        }

        Order order(String id, String price) {
            return Order.of(ana(), run + "-" + id)
                    .currency("EUR")
                    .line(OrderLine.of("thing", price).times(2));
        }

        Order rich() {
            return order("rich", "200.00");
        }

        Order paidWith(String reward) {
            return order("paid", "20.00").redeem(reward);
        }

        Refund back(String id) {
            return Refund.of(rich(), id).line("thing", 1);
        }

        Adjustment sorry(MemberId member, int n) {
            return Adjustment.add(member, "case-" + n, 100L * n).by("agent").because("late");
        }

        /** Nothing may be left over: neither messages nor claims. */
        Picture picture() {
            return Picture.of(store, List.of(ana(), ben()));
        }
    }
}
