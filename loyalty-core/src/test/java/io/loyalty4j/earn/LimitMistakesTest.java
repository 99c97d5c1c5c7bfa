package io.loyalty4j.earn;

import static io.loyalty4j.earn.EarnRules.challenge;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.referral;
import static io.loyalty4j.earn.EarnRules.rule;
import static io.loyalty4j.earn.EarnRules.spin;
import static io.loyalty4j.earn.EarnRules.stampCard;
import static io.loyalty4j.shop.Window.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every mistake of a program's limits, groups, cards, challenges, draws and referrals has its path. */
class LimitMistakesTest {
    private static List<String> mistakes(ProgramBuilder program) {
        InvalidInputException thrown = catchThrowableOfType(InvalidInputException.class, program::build);
        return thrown == null
                ? List.of()
                : thrown.violations().stream().map(LimitMistakesTest::text).toList();
    }

    private static String text(InvalidInputException.Violation violation) {
        return violation.path() + ": " + violation.message();
    }

    private static List<String> of(EarnRule one) {
        return mistakes(Shop.program()
                .earn("it", one)
                .reward("free", Reward.discount("1.00").free())
                .reward("coffee", Reward.discount("3.00").free().withVoucher(Duration.ofDays(30))));
    }

    @Nested
    class OfALimit {
        @Test
        void lessThanNothing() {
            assertThat(of(points(1).perOrder().atMostPoints(-1).per(DAY)))
                    .containsExactly("earn[it].atMostPoints: -1 is less than 0");
            assertThat(of(points(1).perOrder().atMostTimes(-5).inAll()))
                    .containsExactly("earn[it].atMostTimes: -5 is less than 0");
            assertThat(mistakes(Shop.program().earn("it", points(1).perOrder()).atMostPoints(-1, DAY)))
                    .containsExactly("atMostPoints: -1 is less than 0");
        }

        @Test
        void timesInOneOrderOfWhatHasNone() {
            String mistake =
                    "earn[it].atMostTimes: per order: only pieces, whole blocks and stamps can be counted in one order";
            assertThat(of(points(1).per("1.00").atMostTimes(2).perOrder())).containsExactly(mistake);
            assertThat(of(points(1).perOrder().atMostTimes(2).perOrder())).containsExactly(mistake);
            assertThat(of(multiplier(2).atMostTimes(2).perOrder())).containsExactly(mistake);
            assertThat(of(rule(occasion -> Contribution.award(1)).atMostTimes(2).perOrder()))
                    .containsExactly(mistake);
            assertThat(of(points(1).perItem().atMostTimes(2).perOrder())).isEmpty();
            assertThat(of(points(1).perWhole("2").atMostTimes(2).perOrder())).isEmpty();
            assertThat(of(stampCard(9).givingPoints(1).atMostTimes(2).perOrder()))
                    .isEmpty();
        }
    }

    @Nested
    class OfOncePerPerson {
        @Test
        void whereItMakesNoSense() {
            assertThat(of(stampCard(9).givingPoints(5).oncePerPerson()))
                    .containsExactly(
                            "earn[it].oncePerPerson: a card takes many turns: 5 points for 9 stamps could never be given");
            assertThat(of(referral().toFriend(1).oncePerPerson()))
                    .containsExactly(
                            "earn[it].oncePerPerson: limits of a referral are the referrer's; a person comes through a friend once anyway");
            assertThat(of(points(1).perOrder().oncePerPerson())).isEmpty();
            assertThat(of(multiplier(2).oncePerPerson())).isEmpty();
            assertThat(of(challenge().orders(2).givingPoints(5).oncePerPerson()))
                    .isEmpty();
        }
    }

    @Nested
    class OfAGroup {
        @Test
        void thatIsNoName() {
            assertThat(of(points(1).perOrder().bestOf("two words")))
                    .singleElement()
                    .asString()
                    .startsWith("earn[it].bestOf: \"two words\": a group must be");
        }

        @Test
        void ofWhatGoesByTheMembersPast() {
            assertThat(of(stampCard(9).givingPoints(5).bestOf("g")))
                    .containsExactly("earn[it].bestOf: 5 points for 9 stamps cannot stand back for another rule");
            assertThat(of(challenge().orders(2).givingPoints(5).bestOf("g")))
                    .containsExactly("earn[it].bestOf: 5 points for 2 orders cannot stand back for another rule");
            assertThat(of(referral().toFriend(1).bestOf("g"))).hasSize(1);
            assertThat(of(spin(Prizes.draw().points(1, "1")).forActivity("spin").bestOf("g")))
                    .hasSize(1);
        }
    }

    @Nested
    class OfACard {
        @Test
        void withoutStampsOrWorth() {
            assertThat(of(stampCard(0).givingPoints(5)))
                    .containsExactly("earn[it]: a card of 0 stamps is not between 1 and 1000000");
            assertThat(of(stampCard(3).givingPoints(0))).containsExactly("earn[it]: 0 points are not more than 0");
        }

        @Test
        void ofARewardThatIsNotThereOrThatAnybodyCanHave() {
            assertThat(of(stampCard(3).givingReward("tea")))
                    .containsExactly("earn[it].reward: there is no reward tea; the program has [coffee, free]");
            assertThat(of(stampCard(3).givingReward("free")))
                    .containsExactly("earn[it].reward: anybody can have free: it asks for no voucher");
            assertThat(of(stampCard(3).givingReward("coffee"))).isEmpty();
        }
    }

    @Nested
    class OfAChallenge {
        @Test
        void thatAsksForNothingOrTheSameTwice() {
            assertThat(of(challenge().givingPoints(5))).containsExactly("earn[it]: the challenge asks for nothing");
            assertThat(of(challenge().orders(1).orders(2).givingPoints(5)))
                    .containsExactly("earn[it]: the challenge asks for the same twice");
            assertThat(of(challenge().activity("review", 1).activity("visit", 2).givingPoints(5)))
                    .isEmpty();
        }

        @Test
        void thatIsNoNumber() {
            assertThat(of(challenge().orders(0).spending("abc").earning(-5).givingPoints(-1)))
                    .containsExactlyInAnyOrder(
                            "earn[it]: \"0\" is no number above zero to reach",
                            "earn[it]: \"abc\" is no number above zero to reach",
                            "earn[it]: \"-5\" is no number above zero to reach",
                            "earn[it]: -1 points are not more than 0");
        }

        @Test
        void ofAnActivityThatHasNoName() {
            assertThat(of(challenge().activity("two words", 1).givingPoints(5)))
                    .singleElement()
                    .asString()
                    .contains("\"two words\": a kind must be");
        }

        @Test
        void ofItsTime() {
            assertThat(of(challenge().orders(1).sinceEnrolment().givingPoints(5)))
                    .containsExactly("earn[it]: since enrolment, but within what time?");
            assertThat(of(challenge()
                            .orders(1)
                            .within(Period.ofDays(5))
                            .per(DAY)
                            .givingPoints(5)))
                    .containsExactly("earn[it]: within and per are two times; one is enough");
            assertThat(of(challenge().orders(1).within(Period.ofDays(0)).givingPoints(5)))
                    .containsExactly("earn[it]: within P0D is not between 1 and 366 days");
            assertThat(of(challenge().orders(1).within(Period.ofYears(2)).givingPoints(5)))
                    .containsExactly("earn[it]: within P2Y is not between 1 and 366 days");
            assertThat(of(challenge()
                            .orders(1)
                            .within(Period.ofYears(2))
                            .sinceEnrolment()
                            .givingPoints(5)))
                    .isEmpty();
            assertThat(of(challenge().orders(1).givingPoints(5).forActivity("review")))
                    .containsExactly("earn[it].forActivity: 5 points for 1 orders: says itself what it is about");
        }
    }

    @Nested
    class OfADraw {
        private List<String> of(Prizes prizes) {
            return LimitMistakesTest.of(spin(prizes).forActivity("spin"));
        }

        @Test
        void thatIsAboutAnOrder() {
            assertThat(LimitMistakesTest.of(spin(Prizes.draw().points(1, "1"))))
                    .containsExactly(
                            "earn[it]: a draw is for an activity, since no quote could tell what it gives: forActivity(..)");
        }

        @Test
        void ofItsOdds() {
            assertThat(of(Prizes.draw())).containsExactly("earn[it]: there is no prize");
            assertThat(of(Prizes.draw().points(1, "60").points(2, "40.000001")))
                    .containsExactly("earn[it]: the odds add up to 100.000001 percent");
            assertThat(of(Prizes.draw().points(1, "60").points(2, "40"))).isEmpty();
            assertThat(of(Prizes.draw().points(1, "one")))
                    .containsExactly("earn[it]: \"one\" is no percentage of at most six decimals");
            assertThat(of(Prizes.draw().points(1, "-1")))
                    .containsExactly("earn[it]: \"-1\" is no percentage of at most six decimals");
            assertThat(of(Prizes.draw().points(0, "1"))).containsExactly("earn[it]: 0 points are not more than 0");
            assertThat(of(Prizes.draw().points(5, "1").points(5, "2")))
                    .containsExactly("earn[it]: 5 points is there twice");
            assertThat(of(Prizes.draw().reward("tea", "1")))
                    .containsExactly("earn[it].reward: there is no reward tea; the program has [coffee, free]");
        }
    }

    @Nested
    class OfAReferral {
        @Test
        void thatGivesNothingOrLess() {
            assertThat(of(referral())).containsExactly("earn[it]: nobody gets points");
            assertThat(of(referral().toFriend(-1))).containsExactly("earn[it]: less than 0 points");
            assertThat(of(referral().toFriend(1).returnableFor(Period.ofDays(-1))))
                    .containsExactly("earn[it]: returnable for P-1D");
            assertThat(of(referral().toFriend(1).returnableFor(Period.ofYears(11))))
                    .containsExactly("earn[it]: returnable for P11Y");
            assertThat(of(referral().toFriend(1).forActivity("visit"))).hasSize(1);
        }
    }
}
