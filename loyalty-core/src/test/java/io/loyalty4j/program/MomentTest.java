package io.loyalty4j.program;

import static io.loyalty4j.earn.Conditions.anyLine;
import static io.loyalty4j.earn.Conditions.birthdayMonth;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.channel;
import static io.loyalty4j.earn.Conditions.daysSinceLastOrder;
import static io.loyalty4j.earn.Conditions.everyNthOrder;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.inTier;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.program.Moment.afterOrder;
import static io.loyalty4j.program.Moment.beforeExpiry;
import static io.loyalty4j.program.Moment.dormantFor;
import static io.loyalty4j.program.Moment.dormantWhen;
import static io.loyalty4j.program.Moment.onAnniversary;
import static io.loyalty4j.program.Moment.onBirthday;
import static io.loyalty4j.program.Moment.tierAtRisk;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Condition.not;
import static io.loyalty4j.shop.Window.LIFETIME;
import static io.loyalty4j.shop.Window.MONTH;
import static io.loyalty4j.shop.Window.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.Prizes;
import io.loyalty4j.shop.Absence;
import io.loyalty4j.shop.DormantAfter;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments are part of a program: listed, left out and checked like its rules. */
class MomentTest {
    private static final Prizes PRIZES = Prizes.draw().points(300, "2");

    private static List<String> mistakes(ProgramBuilder program) {
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, program::build);
        return refused == null
                ? List.of()
                : refused.violations().stream().map(Object::toString).toList();
    }

    private static List<String> mistakes(String id, Moment moment) {
        return mistakes(whole().moment(id, moment));
    }

    /** Where tiers end, points expire, and a reward asks for a voucher. */
    private static ProgramBuilder whole() {
        return aPointPerDollar()
                .tiers(TierLadder.bySpend().base("BLUE").tier("GOLD", 500))
                .reward("thanks-5", discount("5.00").free().withVoucher(Duration.ofDays(3)))
                .reward("open", discount("5.00").costs(500))
                .expiry(Expiry.after(Period.ofYears(1)));
    }

    private static ProgramBuilder retention() {
        return whole().moment(
                        "thank-you",
                        afterOrder(Duration.ofMinutes(30)).when(firstOrder()).givingReward("thanks-5"))
                .moment("birthday", onBirthday().coolingOff(Period.ofDays(30)).givingPoints(250))
                .moment("years", onAnniversary().when(inTier("GOLD")).givingPoints(1))
                .moment("win-back", dormantFor(3).oncePer(YEAR).givingReward("thanks-5"))
                .moment(
                        "missed",
                        dormantFor(Period.ofMonths(2)).when(birthdayMonth().or(daysSinceLastOrder(70))))
                .moment("expiring", beforeExpiry(Period.ofDays(30)))
                .moment("at-risk", tierAtRisk(Period.ofDays(60)))
                .moment(
                        "surprise",
                        afterOrder(Duration.ofHours(2))
                                .drawing(PRIZES)
                                .atMostPoints(50_000)
                                .inAll());
    }

    @Test
    void aProgramListsItsMomentsAndTheNextVersionHasThemToo() {
        LoyaltyProgram program = retention().build();
        assertThat(program.moments().keySet())
                .containsExactly(
                        "at-risk", "birthday", "expiring", "missed", "surprise", "thank-you", "win-back", "years");
        assertThat(program.toBuilder().without("birthday").build().moments().keySet())
                .containsExactly("at-risk", "expiring", "missed", "surprise", "thank-you", "win-back", "years");
    }

    @Test
    void aMomentSaysItselfInWords() {
        assertThat(retention().build().moments().values().stream().map(Moment::describe))
                .containsExactly(
                        "a word 60 days before a tier ends",
                        "a gift of 250 points on the birthday",
                        "a word 30 days before something expires",
                        "a word 2 months after the latest order",
                        "a draw: 300 points with 2 percent 2 hours after an order",
                        "a gift of the reward thanks-5 30 minutes after an order",
                        "a gift of the reward thanks-5 3 times the usual pause after the latest order",
                        "a gift of 1 points on the anniversary of the enrolment");
    }

    @Test
    void aGiftSaysWhyItIsGivenButADrawWhatWasDrawn() {
        assertThat(onBirthday()
                        .givingPoints(250)
                        .atMostPoints(9_000)
                        .inAll()
                        .gift()
                        .map(EarnRule::describe))
                .contains("a gift of 250 points on the birthday");
        assertThat(afterOrder(Duration.ofHours(1)).drawing(PRIZES).gift().map(EarnRule::describe))
                .contains("a draw: 300 points with 2 percent");
        assertThat(onBirthday().gift()).isEmpty();
    }

    @Test
    void noRuleHasAMomentsId() {
        assertThat(mistakes(whole().moment("base", onBirthday()).moment("base", onAnniversary())))
                .containsExactly("moment[base]: an earn rule has this id", "moment[base]: the id is there twice");
        assertThat(mistakes(whole().moment("~b", onBirthday())))
                .singleElement()
                .asString()
                .startsWith("moment[~b]: an id must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT8785H", "PT0.0000001S"})
    void noOrderIsThankedForBeforeItOrAfterAYear(String wait) {
        assertThat(mistakes("x", afterOrder(Duration.parse(wait))))
                .containsExactly("moment[x].afterOrder: " + Duration.parse(wait)
                        + " is not between a millisecond and 366 days, in whole milliseconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-1D", "P1M-40D"})
    void noPauseOrNoticeIsLessThanADay(String period) {
        Period time = Period.parse(period);
        assertThat(mistakes(whole().moment("a", dormantFor(time))
                        .moment("b", beforeExpiry(time))
                        .moment("c", tierAtRisk(time))))
                .containsExactly(
                        "moment[a].dormantFor: " + time + " is not longer than nothing",
                        "moment[b].beforeExpiry: " + time + " is not longer than nothing",
                        "moment[c].tierAtRisk: " + time + " is not longer than nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P10Y1D", "P2000Y"})
    void noPauseOrNoticeIsLongerThanTenYears(String period) {
        Period time = Period.parse(period);
        assertThat(mistakes("b", beforeExpiry(time)))
                .containsExactly("moment[b].beforeExpiry: " + time + " is longer than ten years");
        assertThat(mistakes("b", beforeExpiry(Period.ofYears(10)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -3, 101})
    void aRhythmIsTwoToAHundredTimes(int times) {
        assertThat(mistakes("a", dormantFor(times)))
                .containsExactly("moment[a].dormantFor: " + times + " times their rhythm is not between 2 and 100");
        assertThat(mistakes("a", dormantFor(2))).isEmpty();
        assertThat(mistakes("a", dormantFor(100))).isEmpty();
    }

    @Test
    void noTimesTheirRhythmIsNoPause() {
        assertThat(mistakes("a", dormantFor(0)))
                .containsExactly("moment[a].dormantFor: 0 times their rhythm is not between 2 and 100");
    }

    @Test
    void aRuleOfTheirOwnSaysInWordsWhenSomebodyIsDormant() {
        assertThat(mistakes("a", dormantWhen(own(" "))))
                .containsExactly("moment[a].dormantWhen: the rule does not say in words when that is");
        Moment moment = dormantWhen(own("once a model says so"));
        assertThat(mistakes("a", moment)).isEmpty();
        assertThat(moment.describe()).isEqualTo("a word once a model says so");
        assertThat(moment.absence()).isPresent();
        assertThat(onBirthday().absence()).isEmpty();
    }

    @Test
    void theTwoCommonRulesAreTheSameByWhateverName() {
        assertThat(dormantWhen(DormantAfter.rhythm(3)).rhythm()).isEqualTo(3);
        assertThat(dormantWhen(DormantAfter.pause(Period.ofDays(9))).ahead()).isEqualTo(Period.ofDays(9));
        assertThat(dormantFor(3).absence()).contains(DormantAfter.rhythm(3));
        assertThat(dormantFor(Period.ofDays(9)).absence()).contains(DormantAfter.pause(Period.ofDays(9)));
        assertThat(mistakes("a", dormantWhen(DormantAfter.rhythm(1))))
                .containsExactly("moment[a].dormantFor: 1 times their rhythm is not between 2 and 100");
    }

    private static Absence own(String words) {
        return new Absence() {
            @Override
            public Optional<Instant> from(Instant latest, List<Instant> orders, ZoneId zone) {
                return Optional.empty();
            }

            @Override
            public String describe() {
                return words;
            }
        };
    }

    @Test
    void onlyABirthdayCoolsOff() {
        assertThat(mistakes("a", onAnniversary().coolingOff(Period.ofDays(3))))
                .containsExactly("moment[a].coolingOff: only a birthday is entered, and can be changed");
        assertThat(mistakes("a", onBirthday().coolingOff(Period.ofDays(-3))))
                .containsExactly("moment[a].coolingOff: P-3D is not longer than nothing");
    }

    @Test
    void conditionsAreChecked() {
        assertThat(mistakes(
                        "a", afterOrder(Duration.ofHours(1)).when(inTier("Q").and(orderFrom("x")))))
                .containsExactly(
                        "moment[a].when: \"x\" is no amount",
                        "moment[a].when: there is no tier Q; the program has [BLUE, GOLD]");
    }

    @Test
    void withoutAnOrderNothingIsAskedAboutOne() {
        Moment moment = onBirthday()
                .when(firstOrder().or(inTier("GOLD")))
                .when(not(orderFrom("5.00")))
                .when(anyLine(category("tea")))
                .when(everyNthOrder(5))
                .when(channel("app"));
        String none = ": there is no order that it could be asked about";
        assertThat(mistakes("a", moment))
                .containsExactlyInAnyOrder(
                        "moment[a].when: the first order" + none,
                        "moment[a].when: an order of 5.00 or more" + none,
                        "moment[a].when: an order with category tea" + none,
                        "moment[a].when: every 5th order" + none,
                        "moment[a].when: channel app" + none);
    }

    @Test
    void seasonsAreChecked() {
        assertThat(mistakes("a", onBirthday().from("2026-02-30").through("soon")))
                .hasSize(2)
                .allMatch(
                        mistake -> mistake.startsWith("moment[a].from: ") || mistake.startsWith("moment[a].through: "));
    }

    @Test
    void limitsThatMeanNothingAreReported() {
        assertThat(mistakes(whole().moment("a", onBirthday().atMostTimes(0).per(YEAR))
                        .moment("b", onBirthday().atMostTimes(100).inAll())
                        .moment("c", onBirthday().atMostPoints(100).per(MONTH))
                        .moment(
                                "d",
                                onBirthday().givingPoints(5).atMostPoints(0).inAll())
                        .moment(
                                "e",
                                onBirthday().givingPoints(5).atMostPoints(9).perOrder())
                        .moment(
                                "f",
                                onBirthday().givingPoints(5).atMostTimes(-1).inAll())
                        .moment(
                                "g",
                                onBirthday()
                                        .givingReward("thanks-5")
                                        .atMostPoints(9)
                                        .inAll())))
                .containsExactly(
                        "moment[a].atMostTimes: 0 is less than 1: it would never come",
                        "moment[b].atMostTimes: it gives nothing that could be limited",
                        "moment[c].atMostPoints: it gives nothing that could be limited",
                        "moment[d].atMostPoints: 0 is less than 1: it would never come",
                        "moment[e].atMostPoints: per order: a moment comes once for what it is about",
                        "moment[f].atMostTimes: -1 is less than 1: it would never come",
                        "moment[g].atMostPoints: a reward has no points to count; atMostTimes(..) limits it");
    }

    @Test
    void giftsAreChecked() {
        assertThat(mistakes(whole().moment("a", onBirthday().givingPoints(0))
                        .moment("b", onBirthday().givingReward("none"))
                        .moment("c", onBirthday().givingReward("open"))
                        .moment("d", onBirthday().givingPoints(5).drawing(PRIZES))
                        .moment(
                                "e",
                                onAnniversary()
                                        .drawing(Prizes.draw().points(5, "101").reward("none", "3")))))
                .containsExactly(
                        "moment[a].givingPoints: 0 points are not more than 0",
                        "moment[b].givingReward: there is no reward none; the program has [open, thanks-5]",
                        "moment[c].givingReward: anybody can have open: it asks for no voucher",
                        "moment[d].drawing: it gives something already",
                        "moment[e].drawing: the odds add up to 104 percent",
                        "moment[e].drawing: there is no reward none; the program has [open, thanks-5]");
    }

    @Test
    void whatNeverEndsIsNotToldBeforeItsEnd() {
        assertThat(mistakes(aPointPerDollar()
                        .moment("a", beforeExpiry(Period.ofDays(3)))
                        .moment("b", tierAtRisk(Period.ofDays(3)))))
                .containsExactly(
                        "moment[a].beforeExpiry: nothing expires in this program",
                        "moment[b].tierAtRisk: the program has no tier above its base");
        assertThat(mistakes(aPointPerDollar()
                        .tiers(TierLadder.bySpend().per(LIFETIME).base("A").tier("B", 1))
                        .moment("b", tierAtRisk(Period.ofDays(3)))))
                .containsExactly("moment[b].tierAtRisk: its tiers are for life");
    }

    @Test
    void aVoucherExpiresWherePointsDoNot() {
        assertThat(mistakes(aPointPerDollar()
                        .reward("thanks", discount("5.00").free().withVoucher(Duration.ofDays(3)))
                        .moment("a", beforeExpiry(Period.ofDays(3)))))
                .isEmpty();
    }

    @Test
    void aGiftIsNoActivityOfTheProgram() {
        LoyaltyProgram program =
                retention().earn("visit", points(1).forActivity("visit")).build();
        assertThat(program.plan().activities()).containsExactly("visit");
        assertThat(program.plan().knows("~moment/birthday")).isTrue();
        assertThat(program.plan().knows("~moment/expiring")).isFalse();
        assertThat(program.plan().knows("~referral/base")).isFalse();
        assertThat(program.plan().probes().keySet()).containsExactly("base", "visit");
    }
}
