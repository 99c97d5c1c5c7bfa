package io.loyalty4j.program;

import static io.loyalty4j.earn.Conditions.anyLine;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.everyNthOrder;
import static io.loyalty4j.earn.Conditions.inTier;
import static io.loyalty4j.earn.Conditions.nthOrder;
import static io.loyalty4j.earn.Conditions.onDates;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.Conditions.orderIs;
import static io.loyalty4j.earn.Conditions.weekday;
import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.referral;
import static io.loyalty4j.earn.EarnRules.rule;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.earn.Contribution;
import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Policy.TierOnReturn;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.TierLadder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LinterTest {
    /** A point a dollar, usable when nothing can come back any more; 10 off for 500. */
    private static ProgramBuilder sound() {
        return LoyaltyProgram.named("sound")
                .currency("USD")
                .zone("America/New_York")
                .excluding(category("gift-card"))
                .activation(Activation.after(Period.ofDays(30)))
                .earn("base", points(1).per("1.00"))
                .reward("cash-10", discount("10.00").costs(500).when(orderFrom("10.00")));
    }

    private static ProgramBuilder tiered() {
        return sound().tiers(
                        TierLadder.bySpend().base("INSIDER").tier("VIB", 350).tier("ROUGE", 1_000));
    }

    /** Of these campaigns of one day each two overlap. */
    static LoyaltyProgram manyCampaigns(int number) {
        ProgramBuilder program = sound();
        for (int i = 0; i < number; i++) {
            String day = LocalDate.of(2026, 1, 1).plusDays(i).toString();
            program.earn("c" + i, multiplier(2).on(category("k" + i)).from(day).through(day));
        }
        return program.earn(
                        "four",
                        multiplier(4).on(category("four")).from("2027-01-01").through("2027-01-07"))
                .earn(
                        "eight",
                        multiplier(8).on(category("eight")).from("2027-01-05").through("2027-01-09"))
                .build();
    }

    private static List<String> findings(ProgramBuilder program) {
        return program.build().lint().stream().map(Finding::toString).toList();
    }

    private static void finds(ProgramBuilder program, String path, String problem, String howToSee) {
        assertThat(program.build().lint()).containsExactly(new Finding(path, problem, howToSee));
    }

    private static void neverGives(ProgramBuilder program, String id, String why) {
        finds(
                program,
                "earn[" + id + "]",
                "can never give anything: " + why,
                "quote whatever it was meant for: the quote lists " + id + " among the silent rules, or not at all");
    }

    @Test
    void aSoundProgramHasNoFindings() {
        ProgramBuilder program = tiered().earn(
                        "fragrance-week",
                        multiplier(4)
                                .on(category("fragrance"))
                                .from("2026-11-20")
                                .through("2026-11-26"))
                .earn("tier", multiplier(1).inTier("ROUGE", 2).except(category("fragrance")))
                .earn("review", points(25).forActivity("review").oncePer(Window.DAY))
                .earn("coffee", stampCard(9).givingReward("free-coffee").on(category("coffee")))
                .reward("free-coffee", discount("3.00").free().withVoucher(Duration.ofDays(60)));

        assertThat(findings(program)).isEmpty();
    }

    @Nested
    class RulesThatNeverGive {
        @Test
        void becauseTheyAreOverBeforeTheProgramBegins() {
            neverGives(
                    sound().inForceFrom("2026-06-01")
                            .earn("spring", multiplier(2).through("2026-05-31")),
                    "spring",
                    "it is over when the program comes into force");
        }

        @Test
        void becauseTheirLimitIsNothing() {
            neverGives(sound().earn("none", multiplier(2).atMostPoints(0).per(Window.DAY)), "none", "its limit is 0");
        }

        @Test
        void becauseAllTheirGoodsAreExcluded() {
            neverGives(
                    sound().earn("cards", points(5).per("1.00").on(category("gift-card"))),
                    "cards",
                    "no line that takes part can be of this kind: category gift-card");
        }

        @Test
        void becauseConditionsContradictEachOther() {
            neverGives(
                    tiered().earn(
                                    "both",
                                    points(9).per("1.00").when(inTier("VIB")).when(inTier("ROUGE"))),
                    "both",
                    "this can never be while it is good: tier VIB and tier ROUGE");
            neverGives(
                    sound().earn(
                                    "monday",
                                    points(9)
                                            .per("1.00")
                                            .when(weekday(DayOfWeek.MONDAY))
                                            .from("2026-11-24")
                                            .through("2026-11-29")),
                    "monday",
                    "this can never be while it is good: on Monday");
            neverGives(
                    sound().earn(
                                    "late",
                                    points(9)
                                            .per("1.00")
                                            .when(onDates("2026-01-01", "2026-01-02"))
                                            .from("2026-01-03")),
                    "late",
                    "this can never be while it is good: from 2026-01-01 through 2026-01-02");
            neverGives(
                    sound().activation(Activation.after(Period.ofDays(14)))
                            .earn("odd", points(9).per("1.00").when(nthOrder(3).and(everyNthOrder(2)))),
                    "odd",
                    "this can never be while it is good: the 3rd order and every 2nd order");
        }

        @Test
        void becauseAnActivityHasNoAmount() {
            neverGives(
                    sound().earn("review", points(9).forActivity("review").when(orderFrom("5"))),
                    "review",
                    "this can never be while it is good: an order of 5 or more");
            neverGives(
                    sound().earn("review", points(9).forActivity("review").when(anyLine(category("a")))),
                    "review",
                    "this can never be while it is good: an order with category a");
        }

        @Test
        void becauseThereIsNothingToMultiply() {
            neverGives(sound().earn("once", multiplier(1)), "once", "its factor is 1 for everybody");
            neverGives(
                    sound().without("base")
                            .earn("tea", points(1).per("1").on(category("tea").and(Condition.not(category("coffee")))))
                            .earn("coffee", multiplier(2).on(category("coffee"))),
                    "coffee",
                    "there is nothing to multiply: no rate is for the same lines at the same time");
        }

        @Test
        void becauseAnotherOfTheirGroupGivesMore() {
            EarnRule hundred = points(100).perOrder().when(orderFrom("50")).bestOf("welcome");
            neverGives(
                    sound().earn("a", hundred)
                            .earn(
                                    "b",
                                    points(90).perOrder().when(orderFrom("50")).bestOf("welcome")),
                    "b",
                    "of the group welcome only the best counts, and a always gives as much or more");
        }

        @Test
        void butNotWhereTheOtherIsGivenOncePerPerson() {
            EarnRule once = points(100).perOrder().when(orderFrom("50")).bestOf("welcome");
            assertThat(findings(sound().earn("a", once.oncePerPerson())
                            .earn(
                                    "b",
                                    points(90).perOrder().when(orderFrom("50")).bestOf("welcome"))))
                    .noneMatch(it -> it.contains("never"));
        }

        @Test
        void butNotWithAConditionOfOnesOwnWhichMayMeanAnything() {
            EarnRule own = points(9)
                    .per("1.00")
                    .when(inTier("VIB"))
                    .when(inTier("ROUGE"))
                    .when(Condition.of("it rains", occasion -> true));

            assertThat(findings(tiered().earn("own", own))).hasSize(1).noneMatch(it -> it.contains("never"));
        }

        @Test
        void andNobodyCanWhereAMemberMayHaveNothing() {
            finds(
                    sound().atMostPoints(0, Window.YEAR),
                    "atMostPoints",
                    "nobody can earn a point: the limit is 0",
                    "quote any order: 0 points");
        }
    }

    @Nested
    class CampaignsThatOverlap {
        @Test
        void areNamedWithWhatTheyGiveBackInEachTier() {
            finds(
                    tiered().earn(
                                    "event",
                                    multiplier(2)
                                            .inTier("ROUGE", 4)
                                            .from("2026-11-20")
                                            .through("2026-11-26"))
                            .earn(
                                    "fragrance",
                                    multiplier(3)
                                            .on(category("fragrance"))
                                            .from("2026-11-25")
                                            .through("2026-12-24")),
                    "earn[event]",
                    "overlaps with fragrance: at worst an order gives back 8 percent for INSIDER, 8 percent for VIB,"
                            + " 12 percent for ROUGE (every order of the search was tried)",
                    "quote an order of 1 x category fragrance for 100.00 USD on 2026-11-25 as ROUGE: 600 points, worth 12.00"
                            + " USD");
        }

        @Test
        void areToldInPointsWhereTheyBuyNothing() {
            ProgramBuilder program = sound().without("cash-10")
                    .earn("a", multiplier(2).from("2026-11-20"))
                    .earn("b", points(50).perOrder().when(orderFrom("40")));

            finds(
                    program,
                    "earn[a]",
                    "overlaps with b: at worst an order gives back 3.25 points per USD (every order of the search was tried)",
                    "quote an order of 1 x anything for 40.00 USD on 2026-11-20: 130 points");
        }

        @Test
        void giveBackAllThatIsSpent() {
            finds(
                    sound().earn("much", multiplier(50).on(category("a"))),
                    "earn",
                    "at worst an order gives back no less than is spent: 100 percent (every order of the search was tried)",
                    "quote an order of 1 x category a for 100.00 USD: 5000 points, worth 100.00 USD");
        }
    }

    @Nested
    class Rewards {
        @Test
        void thatAreWorthMoreThanWasSpentForThem() {
            finds(
                    sound().reward("big", discount("50.00").costs(40)).without("cash-10"),
                    "reward[big]",
                    "is worth 50.00 USD, and its 40 points are earned by spending 40.00 USD",
                    "buy for 40.00 USD, then redeem big");
        }

        @Test
        void thatCostNothing() {
            finds(
                    sound().reward("gift", discount("5.00").free()),
                    "reward[gift]",
                    "costs nothing and asks for nothing: every order can have 5.00 USD off",
                    "quote an order of 5.00 USD that redeems gift: nothing is left to pay");
        }

        @Test
        void thatCanBeHadForLess() {
            finds(
                    sound().reward("dear", discount("10").costs(600).when(orderFrom("10.00"))),
                    "reward[dear]",
                    "takes 600 points for 10.00 USD, and cash-10 gives the same for 500",
                    "quote an order of 10.00 USD that redeems cash-10: the same discount for 100 points less");
            finds(
                    sound().reward("cash-30", discount("30").costs(1600).when(orderFrom("30"))),
                    "reward[cash-30]",
                    "takes 1600 points for 30.00 USD, and 3 x cash-10 gives the same for 1500",
                    "quote an order of 30.00 USD that redeems 3 x cash-10: the same discount for 100 points less");
        }

        @Test
        void thatAreEasierToHaveMayCostMore() {
            assertThat(findings(sound().reward("any", discount("10").costs(600))))
                    .isEmpty();
        }
    }

    @Nested
    class WhatReturnsCannotTakeBack {
        @Test
        void isWhatAConditionOfOnesOwnGave() {
            finds(
                    sound().earn(
                                    "bulk",
                                    points(2)
                                            .per("1.00")
                                            .on(Condition.of("by the dozen", line -> line.quantity() > 11))),
                    "earn[bulk]",
                    "a condition of one's own is not asked again on a return: \"by the dozen\" may hold no more, and what was"
                            + " given stays until the last piece comes back",
                    "buy several pieces so that it holds, and return all but one: the points of bulk on that one stay");
        }

        @Test
        void isWhatWasWonAcrossOrdersAndIsUsableAtOnce() {
            ProgramBuilder program = tiered().activation(Activation.atOnce())
                    .earn("card", stampCard(10).givingPoints(200).on(category("coffee")))
                    .earn("tenth", points(300).perOrder().when(everyNthOrder(10).and(orderFrom("50"))))
                    .earn("spender", challenge().spending("500").givingPoints(100))
                    .earn("tier", multiplier(1).inTier("VIB", 2).inTier("ROUGE", 3))
                    .earn("rouge", points(1).perItem().when(inTier("ROUGE")).on(category("tea")));

            assertThat(program.build().lint())
                    .extracting(
                            Finding::path,
                            finding -> finding.problem()
                                    .substring(finding.problem().indexOf(": ") + 2))
                    .containsExactly(
                            tuple(
                                    "earn[card]",
                                    "200 points for a full card stay when all but one of its 10 stamps come back with other"
                                            + " orders"),
                            tuple(
                                    "earn[rouge]",
                                    "what it gives (1 point) in tier ROUGE stays when the orders that led there come back"),
                            tuple(
                                    "earn[spender]",
                                    "100 points for 500 spent stay when all orders but the last come back"),
                            tuple(
                                    "earn[tenth]",
                                    "what it gives (300 points) for every 10th order stays when all orders before come back"),
                            tuple(
                                    "earn[tier]",
                                    "3 times the points of ROUGE stay on what was bought in it when the orders that led there"
                                            + " come back"));
            assertThat(findings(program.activation(Activation.after(Period.ofDays(30)))))
                    .isEmpty();
        }

        @Test
        void isATierThatIsKept() {
            finds(
                    tiered().policy(TierOnReturn.KEPT),
                    "policy",
                    "TierOnReturn.KEPT gives status for a returned order: 1000.00 USD spent and returned leaves ROUGE",
                    "buy for 1000.00 USD, return all of it, and look at the account's tier: ROUGE");
        }
    }

    @Test
    void pointsThatCanBeSentBeforeGoodsComeBackAreFound() {
        ProgramBuilder atOnce = sound().activation(Activation.atOnce());
        finds(
                atOnce.transfers(Transfers.upTo(500).per(Window.YEAR).afterDays(13)),
                "transfers",
                "points are usable at once and can be sent after 13 days, while goods can come back: at worst 500 points, worth"
                        + " 10.00 USD, leave each account per year before they do",
                "buy for 500 points, send them to another member, and return the order: the receiver keeps them; afterDays(..) of"
                        + " the time in which goods can come back prevents it");
        assertThat(findings(
                        atOnce.transfers(Transfers.upTo(500).per(Window.YEAR).afterDays(14))))
                .isEmpty();
        assertThat(findings(sound().transfers(Transfers.upTo(500)))).isEmpty();
    }

    @Test
    void aBonusWithoutAMinimumIsFoundByItself() {
        finds(
                sound().earn("hello", points(100).perOrder()),
                "earn[hello]",
                "gives 100 points, worth 2.00 USD, on an order of any amount",
                "buy anything for 0.01 USD; a minimum such as when(orderFrom(..)) prevents it");
        assertThat(findings(sound().earn("friends", referral().toReferrer(500).toFriend(100))))
                .containsExactly(
                        "earn[friends]: gives 600 points, worth 12.00 USD, on an order of any amount. To see it, buy"
                                + " anything for 0.01 USD; a minimum such as when(orderFrom(..)) prevents it");
    }

    @Test
    void giftCardsThatEarnTwiceAreAQuestion() {
        ProgramBuilder program = LoyaltyProgram.named("plain")
                .currency("GBP")
                .zone("Europe/London")
                .earn("base", points(1).per("1.00"))
                .reward("five", discount("5").costs(500));

        finds(
                program,
                "excluding",
                "does a gift card earn points when it is bought, and again what it pays for? Nothing that is excluded sounds like"
                        + " one",
                "quote an order of 1 x category gift-card for 100.00 GBP: 100 points, worth 1.00 GBP;"
                        + " excluding(category(\"gift-card\")) prevents it");
        assertThat(findings(program.excluding(category("Geschenkgutschein")))).isEmpty();
    }

    @Test
    void tiersAreOutOfReachWhereNothingCounts() {
        assertThat(findings(tiered().excluding(Condition.always())))
                .contains(
                        "excluding: no line can take part in the program. To see it, quote any order: 0 points, and no progress",
                        "tiers: nobody can reach VIB: no line counts towards it. To see it, buy for any amount: the member"
                                + " stays INSIDER");
    }

    @Test
    void currenciesWithoutARateAreNamed() {
        finds(
                sound().earn("euro", points(1).per("1.00").when(orderIs("currency", "EUR"))),
                "earn[euro]",
                "asks for orders in EUR, for which there is no rate: only orders in USD are accepted",
                "quote an order in EUR: it would be refused");
    }

    @Test
    void aRuleThatThrowsIsNoHindrance() {
        assertThat(findings(sound().earn("own", rule(occasion -> {
                    if (occasion.amount().amount().signum() > 0) {
                        throw new IllegalStateException("not today");
                    }
                    return Contribution.none("nothing");
                }))))
                .isEmpty();
    }

    @Test
    void thousandsOfRulesTakeSeconds() {
        LoyaltyProgram program = manyCampaigns(10_000);
        long begin = System.nanoTime();

        assertThat(program.lint()).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }
}
