package io.loyalty4j.testing;

import static io.loyalty4j.earn.Contribution.award;
import static io.loyalty4j.earn.Contribution.none;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.rule;

import io.loyalty4j.earn.Contribution;
import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.Formula;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * A rule that is wrong in one thing.
 *
 * @param caughtBy the name of the check that must find it
 */
record WrongRule(String fault, String caughtBy, EarnRuleContract contract) {
    static final MemberId ANA = MemberId.of("ana");

    private static final String AGAIN = "asked again, it says the same";
    private static final String BETWEEN = "asked about other things in between, it says the same";
    private static final String THREADS = "asked by several threads at once, it says the same";
    private static final String WORDS = "it describes itself in words";
    private static final String FIGURES = "goods that cost nothing, next to nothing or a fortune are answered too";
    private static final String SILENT = "where it gives nothing, it says why";
    private static final String ANSWERS = "it answers every sample";
    private static final String GIVES = "it gives something on some sample";

    static List<WrongRule> all() {
        return List.of(
                counting(),
                random(),
                byTheClock(),
                wrong("remembers the last order", BETWEEN, remembering()),
                new WrongRule("keeps the order in a field", THREADS, EarnRuleContract.of(new InAField())),
                wrong("throws", ANSWERS, occasion -> {
                    throw new IllegalStateException("no weather");
                }),
                wrong("gives null", ANSWERS, WrongRule::nothing),
                wrong("takes points", ANSWERS, occasion -> award(-1)),
                wrong(
                        "overflows",
                        FIGURES,
                        occasion -> award(occasion.amount().amount().intValue())),
                wrong(
                        "divides by the amount",
                        FIGURES,
                        occasion -> award(1_000_000
                                / occasion.amount()
                                        .amount()
                                        .multiply(BigDecimal.TEN)
                                        .longValue())),
                wrong("never gives anything", GIVES, occasion -> none("it never does")),
                described("has an empty description", " "),
                described("has the description of a lambda", "Rules$$Lambda$14/0x00000008000c8828@5e91993f"),
                described("has the description of an object", "io.shop.Rain@1b2c3d"),
                wrong(
                        "is silent without a reason",
                        SILENT,
                        occasion -> occasion.lines().size() > 1 ? award(5) : none("")),
                new WrongRule(
                        "has a condition without words",
                        SILENT,
                        EarnRuleContract.of(points(5).perOrder().when(Condition.of("", WrongRule::big)))),
                wrong("gives without a reason", "what it gives has a reason", occasion -> award(5).because(" ")),
                changing(),
                wrong(
                        "goes by the first line",
                        "in whatever order the lines are listed, it gives the same on each",
                        occasion -> award(
                                occasion.order().orElseThrow().lines().get(0).quantity())),
                new WrongRule(
                        "has a condition without words of its own",
                        SILENT,
                        EarnRuleContract.of(
                                points(5).perOrder().when(Condition.of("if " + new Object(), WrongRule::big)))),
                byTurns("any partition of returns ends in one state"),
                byTurns("listed first or last, it gives the same"),
                byTurns("beside other rules it says the same"),
                byTurns("the purchase gives what the quote said"),
                new WrongRule(
                        "is silent by turns",
                        "sent again, it is answered by the first receipt",
                        EarnRuleContract.of(turning(turn -> none("because of " + turn)))),
                riding());
    }

    private static WrongRule wrong(String fault, String caughtBy, Formula formula) {
        return new WrongRule(fault, caughtBy, EarnRuleContract.of(formula));
    }

    private static WrongRule counting() {
        AtomicLong calls = new AtomicLong();
        return wrong("counts how often it is asked", AGAIN, occasion -> award(calls.incrementAndGet()));
    }

    private static WrongRule random() {
        SplittableRandom chance = new SplittableRandom(1);
        return wrong("draws", AGAIN, occasion -> award(1 + chance.nextInt(1_000)));
    }

    private static WrongRule byTheClock() {
        return wrong("goes by the clock", AGAIN, occasion -> award(1 + System.nanoTime() % 1_000_000_007));
    }

    private static Formula remembering() {
        AtomicReference<String> last = new AtomicReference<>("");
        return occasion -> {
            String now = occasion.amount().toString();
            return last.getAndSet(now).equals(now) ? award(5) : award(7);
        };
    }

    private static boolean big(Occasion occasion) {
        return occasion.amount().amount().intValue() > 50;
    }

    @SuppressWarnings("NullAway")
    private static Contribution nothing(Occasion occasion) {
        return null;
    }

    private static WrongRule described(String fault, String words) {
        return new WrongRule(fault, WORDS, EarnRuleContract.of(new Worded(words)));
    }

    private static WrongRule changing() {
        AtomicLong calls = new AtomicLong();
        Formula formula = new Formula() {
            @Override
            public Contribution contribute(Occasion occasion) {
                return award(5);
            }

            @Override
            public String describe() {
                return "told " + calls.incrementAndGet() + " times";
            }
        };
        return new WrongRule("describes itself anew", "its description stays the same", EarnRuleContract.of(formula));
    }

    private static WrongRule byTurns(String caughtBy) {
        return wrong("gives by turns", caughtBy, turning(turn -> award(10 + turn % 7)));
    }

    private static Formula turning(LongFunction<Contribution> answer) {
        AtomicLong calls = new AtomicLong();
        return occasion -> answer.apply(calls.incrementAndGet());
    }

    private static WrongRule riding() {
        EarnRule rule =
                rule(occasion -> award(10 * occasion.number("kilometres"))).forActivity("ride");
        return new WrongRule(
                "does not look for less than nothing",
                "activities with no, few or many of something are answered too",
                EarnRuleContract.of(rule).on(Activity.of(ANA, "ride", "r-1").with("kilometres", 12)));
    }

    static Order order() {
        return Order.of(ANA, "A-1")
                .currency("EUR")
                .line(OrderLine.of("boots", "80.00"))
                .line(OrderLine.of("umbrella", "20.00").times(2).category("rain"));
    }

    @Override
    public String toString() {
        return fault;
    }

    /** Another order in another thread is mixed up with this one. */
    private static final class InAField implements Formula {
        private static final long PAUSE = 20_000;

        private volatile long amount;

        @Override
        public Contribution contribute(Occasion occasion) {
            amount = occasion.amount().amount().longValue();
            LockSupport.parkNanos(PAUSE);
            return award(amount);
        }
    }

    private record Worded(String words) implements Formula {
        @Override
        public Contribution contribute(Occasion occasion) {
            return award(5);
        }

        @Override
        public String describe() {
            return words;
        }
    }
}
