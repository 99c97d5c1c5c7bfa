package io.loyalty4j.program;

import static io.loyalty4j.earn.Conditions.anyLine;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.inTier;
import static io.loyalty4j.earn.Conditions.lineFrom;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.TierLadder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProgramBuilderTest {
    private static List<String> mistakes(ProgramBuilder program) {
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, program::build);
        return refused == null
                ? List.of()
                : refused.violations().stream().map(Object::toString).toList();
    }

    @Test
    void everyMistakeIsReportedAtOnceWithItsPath() {
        ProgramBuilder program = LoyaltyProgram.named("x y")
                .currency("XX")
                .zone("Mars")
                .excluding(category())
                .earn("base", points(1).per("0"))
                .earn("base", points(1).per("1"))
                .earn("a b", multiplier("0.5").inTier("GOLD", 3).from("2026-13-26"))
                .earn(
                        "c",
                        points(-5)
                                .perOrder()
                                .when(inTier("Q").and(orderFrom("x")))
                                .from("2026-02-01")
                                .through("2026-01-01"))
                .earn(
                        "d",
                        points(1)
                                .perOrder()
                                .when(anyLine(lineFrom("-1")))
                                .until("2026-01-01")
                                .through("2026-01-01"))
                .reward("r", discount("x").costs(-1).when(inTier("Q")).until("soon"))
                .tiers(TierLadder.by("n m", line -> BigDecimal.ONE)
                        .notCounting(category())
                        .tier("A", 5)
                        .tier("A", 3)
                        .tier("B", "x")
                        .per(Window.rolling(Duration.ofHours(5)))
                        .startingNextPeriod()
                        .keptThroughNextPeriod()
                        .keptFor(Period.ZERO)
                        .benefit("lounge", "C"))
                .expiry(Expiry.after(Period.ZERO).roundedUpTo(Window.LIFETIME).since("then"))
                .activation(Activation.after(Period.ofDays(-1)))
                .holdsLast(Duration.ZERO)
                .inForceFrom("tomorrow");

        assertThat(mistakes(program))
                .containsExactly(
                        "activation.after: P-1D is before the order",
                        "currency: \"XX\" is no ISO 4217 currency",
                        "earn[a b]: an id must be 1 to 64 printable ASCII characters without spaces, not beginning with ~",
                        "earn[a b]: the factor \"0.5\" is not 1 or more; less would give more for less",
                        "earn[a b]: there is no tier GOLD; the program has [A, B]",
                        "earn[a b].from: \"2026-13-26\" is not a date",
                        "earn[base]: the id is there twice",
                        "earn[c]: -5 points are not more than 0",
                        "earn[c].through: ends before it begins",
                        "earn[c].when: \"x\" is no amount",
                        "earn[c].when: there is no tier Q; the program has [A, B]",
                        "earn[d].until: until and through are two ends; one is enough",
                        "earn[d].when: \"-1\" is no amount",
                        "excluding: category() names none",
                        "expiry.after: P0D is not longer than nothing",
                        "expiry.roundedUpTo: there is no end of a lifetime to round up to; never() says it",
                        "expiry.since: \"then\" is not a date",
                        "holdsLast: PT0S is not between a millisecond and 366 days, in whole milliseconds",
                        "inForceFrom: \"tomorrow\" is not a date",
                        "name: must be 1 to 64 printable ASCII characters without spaces, not beginning with ~",
                        "reward[r].costs: no price of 0 points or more is said; free() is one",
                        "reward[r].discount: \"x\" is no amount above zero",
                        "reward[r].until: \"soon\" is not a date",
                        "reward[r].when: there is no tier Q; the program has [A, B]",
                        "tiers: A is there twice",
                        "tiers: A: its threshold 3 is not above that of the tier before",
                        "tiers: B: \"x\" is no amount",
                        "tiers: benefit: lounge: there is no tier C; there are [A, A, B]",
                        "tiers: by: a measure's name must be 1 to 64 printable ASCII characters without spaces, not beginning with ~",
                        "tiers: keptFor: P0D is not longer than nothing",
                        "tiers: keptFor: keptThroughNextPeriod() says how long, too; one is enough",
                        "tiers: keptThroughNextPeriod: ROLLING PT5H rolls, and no period follows another",
                        "tiers: per: ROLLING PT5H has hours; tiers count whole days",
                        "tiers: startingNextPeriod: ROLLING PT5H rolls, and no period follows another",
                        "tiers: the first tier must be a base(..)",
                        "tiers.notCounting: category() names none",
                        "zone: \"Mars\" is no time zone such as Europe/London");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(mistakes(LoyaltyProgram.named("empty")))
                .containsExactly(
                        "currency: is missing",
                        "earn: there is no earn rule",
                        "zone: is missing: days begin and end in a zone");
    }

    @Nested
    class Mistakes {
        @Test
        void ofAnIdGivenTwice() {
            assertThat(mistakes(aPointPerDollar().earn("base", points(2).per("1"))))
                    .containsExactly("earn[base]: the id is there twice");
            assertThat(mistakes(aPointPerDollar()
                            .reward("r", discount("1").costs(1))
                            .reward("r", discount("2").costs(2))))
                    .containsExactly("reward[r]: the id is there twice");
        }

        @Test
        void ofConditionsThatNoStackCouldHold() {
            Condition<OrderLine> deep = category("x0");
            Condition<OrderLine> doubled = category("y");
            for (int i = 1; i < 20_000; i++) {
                deep = deep.or(category("x" + i));
                doubled = i < 60 ? doubled.and(doubled) : doubled;
            }
            assertThat(mistakes(Shop.program()
                            .excluding(deep)
                            .earn("deep", points(1).per("1").except(deep))
                            .earn("doubled", points(1).per("1").on(doubled).when(anyLine(deep)))))
                    .extracting(mistake -> mistake.substring(0, mistake.indexOf(':')))
                    .containsExactly("earn[deep].on", "earn[doubled].on", "earn[doubled].when", "excluding");
        }

        @Test
        void ofAWindowThatIsEmpty() {
            assertThat(mistakes(Shop.program()
                            .earn("a", points(1).per("1").from("2026-01-02").until("2026-01-02"))))
                    .containsExactly("earn[a].until: ends before it begins");
            assertThat(mistakes(Shop.program()
                            .earn("a", points(1).per("1").from("2026-01-02").through("2026-01-02"))))
                    .isEmpty();
        }

        @Test
        void ofDatesBeyondAllCalendars() {
            assertThat(mistakes(Shop.program().earn("a", points(1).per("1").through("+999999999-12-31"))))
                    .hasSize(1);
            assertThat(mistakes(aPointPerDollar().expiry(Expiry.after(Period.ofYears(999_999_999)))))
                    .hasSize(1);
            assertThat(mistakes(aPointPerDollar().activation(Activation.after(Period.ofYears(999_999_999)))))
                    .hasSize(1);
        }

        @Test
        void ofTransfers() {
            assertThat(mistakes(aPointPerDollar()
                            .transfers(Transfers.upTo(0)
                                    .per(Window.MEMBERSHIP_YEAR)
                                    .afterDays(-1))))
                    .containsExactly(
                            "transfers.afterDays: -1 is not between 0 and 3660",
                            "transfers.per: MEMBERSHIP_YEAR does not end on the same day for everybody",
                            "transfers.upTo: 0 is less than 1");
        }

        @Test
        void ofATiersCode() {
            assertThat(mistakes(aPointPerDollar()
                            .tiers(TierLadder.bySpend().base("A").tier("B\r\nINFO", 5))))
                    .containsExactly(
                            "tiers: a tier's code must be 1 to 64 printable ASCII characters without spaces, not beginning with ~");
        }
    }

    @Nested
    class TheNextVersion {
        private final LoyaltyProgram program = aPointPerDollar()
                .earn("gone", points(5).perOrder())
                .reward("gone-too", discount("1").costs(1))
                .policy(Policy.Rounding.UP)
                .version("7")
                .build();

        @Test
        void hasAllOfTheFormerOne() {
            LoyaltyProgram next = program.toBuilder().build();
            assertThat(next).hasToString("test 7");
            assertThat(next.policy(Policy.Rounding.class)).isEqualTo(Policy.Rounding.UP);
            assertThat(next.rewards()).containsOnlyKeys("gone-too");
            assertThat(Shop.with(program.toBuilder()).buys("o", "1.00").earned())
                    .isEqualTo(6);
        }

        @Test
        void mayGoWithoutSome() {
            ProgramBuilder next = program.toBuilder().without("gone").without("gone-too");
            assertThat(next.build().rewards()).isEmpty();
            assertThat(Shop.with(next).buys("o", "1.00").earned()).isEqualTo(1);
            assertThat(program.rewards()).hasSize(1);
        }

        @Test
        void butNotWithoutWhatItHasNot() {
            assertThatThrownBy(() -> program.toBuilder().without("gnoe").build())
                    .hasMessage("without[gnoe]: there is no rule, reward or moment of that id");
        }

        @Test
        void mayReplaceARule() {
            ProgramBuilder next =
                    program.toBuilder().without("gone").earn("gone", points(50).perOrder());
            assertThat(Shop.with(next).buys("o", "1.00").earned()).isEqualTo(51);
        }
    }

    @Test
    void theFirstAnswerOfEachQuestionIsTheDefault() {
        LoyaltyProgram program = aPointPerDollar().build();
        assertThat(program.policy(Policy.PayingOrder.class)).isEqualTo(Policy.PayingOrder.SOONEST_EXPIRY);
        assertThat(program.policy(Policy.ClawBack.class)).isEqualTo(Policy.ClawBack.INTO_DEBT);
        assertThat(program.policy(Policy.EarnOnPointsPaid.class)).isEqualTo(Policy.EarnOnPointsPaid.NO);
        assertThat(program.policy(Policy.RedeemedOnReturn.class)).isEqualTo(Policy.RedeemedOnReturn.PROPORTIONAL);
        assertThat(program.policy(Policy.RestoredAfterExpiry.class))
                .isEqualTo(Policy.RestoredAfterExpiry.GRACE_30_DAYS);
        assertThat(program.policy(Policy.CrossingOrder.class)).isEqualTo(Policy.CrossingOrder.OLD_TIER);
        assertThat(program.policy(Policy.Rounding.class)).isEqualTo(Policy.Rounding.FLOOR_PER_ORDER);
        assertThat(program.policy(Policy.TierOnReturn.class)).isEqualTo(Policy.TierOnReturn.RECHECKED);
        assertThat(program.policy(Policy.LapsedHold.class)).isEqualTo(Policy.LapsedHold.TAKE_AGAIN_OR_REFUSE);
        assertThat(program.policy(Policy.Enrolment.class)).isEqualTo(Policy.Enrolment.AT_FIRST_COMMAND);
        assertThat(program.policy(Policy.Stacking.class)).isEqualTo(Policy.Stacking.ADD);
    }
}
