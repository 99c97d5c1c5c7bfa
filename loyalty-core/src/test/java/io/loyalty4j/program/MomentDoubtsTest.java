package io.loyalty4j.program;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.firstOrder;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.program.Moment.afterOrder;
import static io.loyalty4j.program.Moment.dormantFor;
import static io.loyalty4j.program.Moment.onAnniversary;
import static io.loyalty4j.program.Moment.onBirthday;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.shop.Window.LIFETIME;
import static io.loyalty4j.shop.Window.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.earn.Prizes;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The linter warns of gifts that can be had at will, and of nothing else because there are moments. */
class MomentDoubtsTest {
    private static final Duration SOON = Duration.ofMinutes(30);
    private static final Prizes PRIZES = Prizes.draw().points(300, "2");

    private static List<String> findings(Moment moment) {
        return LoyaltyProgram.named("sound")
                .currency("USD")
                .zone("America/New_York")
                .excluding(category("gift-card"))
                .activation(Activation.after(Period.ofDays(30)))
                .earn("base", points(1).per("1.00"))
                .reward("cash-10", discount("10.00").costs(500).when(orderFrom("10.00")))
                .reward(
                        "thanks",
                        discount("5.00").free().when(orderFrom("50.00")).withVoucher(Duration.ofDays(3)))
                .moment("m", moment)
                .build()
                .lint()
                .stream()
                .map(Finding::toString)
                .toList();
    }

    @Test
    void aBirthdayCanBeEnteredForItsGift() {
        assertThat(findings(onBirthday().givingPoints(250)))
                .containsExactly(
                        "moment[m]: a gift of 250 points on the birthday: who enters tomorrow's date has it tomorrow."
                                + " To see it, enrol with tomorrow as the birthday; coolingOff(..) prevents it");
        assertThat(findings(onBirthday().givingPoints(250).coolingOff(Period.ofDays(30))))
                .isEmpty();
        assertThat(findings(onBirthday())).isEmpty();
    }

    @Test
    void aGiftAfterAnOrderStaysWithoutIt() {
        assertThat(findings(afterOrder(SOON).when(firstOrder()).givingReward("thanks")))
                .containsExactly("moment[m]: a gift of the reward thanks 30 minutes after an order: stays when the"
                        + " order comes back later, and comes again with the next order. To see it, buy, wait, and"
                        + " send everything back, again and again; oncePer(..) limits how often");
        assertThat(findings(afterOrder(SOON).givingReward("thanks").oncePer(LIFETIME)))
                .isEmpty();
        assertThat(findings(afterOrder(SOON).givingPoints(5).atMostPoints(50).per(YEAR)))
                .isEmpty();
        assertThat(findings(afterOrder(SOON).givingPoints(5).atMostPoints(50).inAll()))
                .hasSize(1);
        assertThat(findings(afterOrder(Duration.ofDays(14)).givingPoints(5))).isEmpty();
        assertThat(findings(afterOrder(SOON))).isEmpty();
    }

    @Test
    void aPauseIsNotPaidForAgainAndAgain() {
        assertThat(findings(dormantFor(Period.ofDays(90)).givingPoints(20)))
                .containsExactly("moment[m]: a gift of 20 points 90 days after the latest order: comes again after"
                        + " every pause, however small the order between them. To see it, buy next to nothing, stay"
                        + " away, and do so again; oncePer(..) limits how often");
        assertThat(findings(dormantFor(3).givingReward("thanks").oncePer(YEAR))).isEmpty();
    }

    @Test
    void aDrawHasABudget() {
        assertThat(findings(onAnniversary().drawing(PRIZES).atMostPoints(600).per(YEAR)))
                .containsExactly("moment[m]: a draw: 300 points with 2 percent on the anniversary of the enrolment:"
                        + " nothing bounds what all members win together. To see it, count the members who come to it"
                        + " in a month; atMostPoints(..).inAll() is a budget");
        assertThat(findings(onAnniversary().drawing(PRIZES).atMostPoints(9_000).inAll()))
                .isEmpty();
        assertThat(findings(onAnniversary().givingPoints(9_000))).isEmpty();
    }
}
