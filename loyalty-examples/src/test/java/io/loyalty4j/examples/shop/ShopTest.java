package io.loyalty4j.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a basket earns and costs, what an account has, and what time does to it, without a browser. */
class ShopTest extends ShopFixture {
    @Test
    void aBasketTellsItsPointsPerLineWithTheReasonAndWhatIsNear() {
        tab.buys("kettle").open("basket");

        assertThat(tab.text(".line .earned")).isEqualTo("345 points");
        assertThat(tab.text(".line .reasons")).isEqualTo("Every euro: 345 points (5 for every €1.00)");
        assertThat(tab.text(".hints")).contains("Spend €11.00 more and you get 200 points.");
        assertThat(tab.text("#points-head")).isEqualTo("You earn 445 points with this order");
    }

    @Test
    void aGiftCardEarnsNothing() {
        tab.as("ben").buys("card-25").open("basket");

        assertThat(tab.text(".line .reasons")).isEqualTo("Nothing to earn on this");
    }

    @Test
    void whatIsMissingForTheNextTierAndTheNextRewardIsSaid() {
        tab.as("ben").buys("coffee-250").open("basket");

        assertThat(tab.text(".hints")).contains("Spend €21.10 more and you become Silver.");
        assertThat(tab.text("fieldset"))
                .contains("A sample of our coffee of the month (150 points)")
                .contains("A place at our coffee tasting is for Gold members; you are Green");
    }

    @ParameterizedTest
    @CsvSource({"coffee-250, 400", "kettle, 1200", "coffee-1000, 1200", "tea-100, 300"})
    void theSliderEndsWhereTheMembersPointsOrTheProgramEnd(String sku, String most) {
        tab.as("ben").buys(sku).open("basket");

        assertThat(tab.page().selectFirst("#slider").attr("max")).isEqualTo(most);
        assertThat(tab.page().selectFirst("#slider").attr("step")).isEqualTo("100");
    }

    @Test
    void theSliderAloneAndTheNumberAloneBothCount() {
        tab.as("ben").buys("kettle").open("basket");

        tab.send("#choose", Map.of("slider", "500"));
        assertThat(tab.text(".total dd")).isEqualTo("€64.00");
        tab.send("#choose", Map.of("points", "700"));
        assertThat(tab.text(".total dd")).isEqualTo("€62.00");
        assertThat(tab.page().selectFirst("#slider").attr("value")).isEqualTo("700");
    }

    @Test
    void pointsThatTheProgramDoesNotTakeAreRefusedWithTheLimits() {
        tab.as("ben").buys("coffee-250").open("basket").send("#choose", Map.of("points", "450"));

        assertThat(tab.text("[role=alert]"))
                .contains("You can pay for this order with 100 to 400 points, in steps of 100.");
    }

    @Test
    void anOrderIsPaidWithPointsAndWhatComesBackGivesThemBack() {
        tab.as("ben").buys("kettle").open("basket").toPayment(Map.of("points", "1000"));
        assertThat(tab.text("main")).contains("is reserved for this order until Monday 4 May 2026, 09:30");
        assertThat(tab.text(".total dd")).isEqualTo("€59.00");

        tab.send(PAY, Map.of());
        assertThat(tab.text("main")).contains("You paid €59.00 and earned 395 points");
        assertThat(tab.text("header")).contains("200 points");

        tab.send("form[action$=/return]", Map.of());
        assertThat(tab.text("[role=status]"))
                .contains("You lose 395 points that")
                .contains("You get back 1,000 points");
        assertThat(tab.text("header")).contains("1,200 points");
    }

    @Test
    void theAccountHasLotsWithTheirDaysTheStatementWithReasonsAndMessages() {
        buyKettle("ben").open("account");

        assertThat(tab.text("[aria-labelledby=lots-head]"))
                .contains("from 18 May 2026")
                .contains("4 May 2027")
                .contains("18 May 2027");
        assertThat(tab.text("[aria-labelledby=statement-head]")).contains("Every euro: 345 points (5 for every €1.00)");
        assertThat(tab.text("[aria-labelledby=letters-head]")).contains("You are Silver now. Congratulations!");
        assertThat(tab.text("[aria-labelledby=tier-head]"))
                .contains("Silver member")
                .contains("On the way to Gold: €189.00 of €400.00")
                .contains("You are Silver until 31 December 2027");
    }

    @Test
    void timeMakesPointsUsableLetsThemExpireAndEndsTiers() {
        buyKettle("ben").open("account");
        assertThat(tab.text(".figures")).contains("Not usable yet 445");

        tab.send("button[value=fortnight]", Map.of("by", "fortnight"));
        assertThat(tab.text(".figures")).contains("Points to use 1,645").contains("Not usable yet 0");
        assertThat(tab.text("[aria-labelledby=letters-head]")).contains("445 points can be used now");

        tab.send("button[value=year]", Map.of("by", "year"));
        assertThat(tab.text("[aria-labelledby=letters-head]"))
                .contains("4 April 2027 Use 1,200 points by 4 May 2027, or they expire.")
                .contains("1,200 points have expired");
        tab.send("button[value=year]", Map.of("by", "year"));
        assertThat(tab.text("[aria-labelledby=letters-head]")).contains("You are Green now. Silver has ended");
        assertThat(tab.text("[aria-labelledby=lots-head]")).contains("You have none at the moment");
    }

    @Test
    void aVoucherIsGivenWithItsCodeAndPaysOnce() {
        tab.as("ana").buys("kettle").buys("grinder");
        pay(Map.of());
        String code = tab.code();

        tab.buys("coffee-1000").open("basket").send("#choose", Map.of("voucher", code));
        assertThat(tab.text(".total dd")).isEqualTo("€24.00");
        pay(Map.of());
        tab.buys("coffee-1000").open("basket").send("#choose", Map.of("voucher", code));
        assertThat(tab.text("[role=alert]")).contains("This voucher code is not accepted");
        assertThat(tab.text(".total dd")).isEqualTo("€29.00");
    }

    @Test
    void aVoucherThatWentWithWhatCameBackIsNoLongerTold() {
        tab.as("ana").buys("kettle").buys("grinder");
        pay(Map.of());
        String code = tab.code();

        tab.send("li:nth-child(2) form[action$=/return]", Map.of());
        assertThat(tab.text("main"))
                .contains("a voucher (€5.00 off), which cannot be used any more")
                .doesNotContain(code);
        tab.buys("coffee-1000").open("basket").send("#choose", Map.of("voucher", code));
        assertThat(tab.text("[role=alert]")).contains("This voucher code is not accepted");
    }

    @Test
    void whatAPromotionHasGivenThisMonthIsNoLongerNear() {
        tab.as("ana").buys("kettle").open("basket");
        assertThat(tab.text(".hints")).contains("a voucher (€5.00 off)");
        tab.buys("grinder");
        pay(Map.of());

        assertThat(tab.buys("kettle").open("basket").text(".hints"))
                .contains("200 points")
                .doesNotContain("voucher");
    }

    @Test
    void anOrderThatLeadsToATierSaysSo() {
        assertThat(tab.as("ben").buys("kettle").open("basket").text("[aria-labelledby=points-head]"))
                .contains("With this order you become Silver.");
        assertThat(tab.as("chloe").buys("kettle").open("basket").text("[aria-labelledby=points-head]"))
                .doesNotContain("you become");
    }

    @Test
    void anOrderThatEarnsNothingSaysSo() {
        tab.as("ben").buys("card-25").open("basket");

        assertThat(tab.text("#points-head")).isEqualTo("This order earns no points");
        assertThat(tab.text("[aria-labelledby=points-head]")).doesNotContain("You can use the points");
    }

    @Test
    void whatIsPaidBackIsWhatWasPaidInMoney() {
        tab.as("ben").buys("mug", "Ben").buys("kettle").buys("kettle");
        pay(Map.of("points", "1000"));
        assertThat(tab.text("main")).contains("You paid €142.00").contains("Paying with points (1,000 points) −€10.00");

        tab.send("li:nth-child(2) form[action$=/return]", Map.of("pieces", "1"));
        assertThat(tab.text("li:nth-child(2) .how-many")).contains("1 returned, €64.46 refunded");
        tab.send("li:nth-child(2) form[action$=/return]", Map.of());
        assertThat(tab.text("li:nth-child(2) .how-many")).isEqualTo("2 returned, €128.92 refunded");
    }

    @Test
    void aFieldOfPointsThatWasEmptiedMeansNone() {
        tab.as("ben").buys("kettle").open("basket").send("#choose", Map.of("points", "500"));
        tab.send("#choose", Map.of("points", "", "slider", "600"));

        assertThat(tab.text(".total dd")).isEqualTo("€69.00");
        assertThat(tab.page().selectFirst("#points").attr("value")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "some"})
    void aReturnThatDoesNotSayHowManyTakesNothingBack(String pieces) {
        buyKettle("ben").send("form[action$=/return]", Map.of("pieces", pieces));

        assertThat(tab.text("[role=alert]")).isEqualTo("Please say how many.");
        assertThat(tab.text(".how-many")).doesNotContain("returned");
    }

    @Test
    void aLineOfTheBasketStaysAsItIsWhereNobodySaysHowMany() {
        tab.buys("kettle").buys("kettle").open("basket").send(".how-many form", Map.of("pieces", ""));

        assertThat(tab.text("[role=alert]")).isEqualTo("Please say how many.");
        assertThat(tab.text(".total dd")).isEqualTo("€138.00");
    }

    @Test
    void aGuestWhoMovesTheClockIsToldTheDay() {
        tab.open("").send("button[value=day]", Map.of("by", "day"));

        assertThat(tab.path()).isEqualTo("/");
        assertThat(tab.text("[role=status]")).contains("It is 5 May 2026 now");
    }

    @Test
    void whatFindsNoRoomInTheBasketIsNotSaidToBeThere() {
        tab.buys("kettle").open("basket").send(".how-many form", Map.of("pieces", "99"));

        assertThat(tab.buys("kettle").text("[role=alert]")).contains("There is no more room for Pour-over kettle");
        assertThat(tab.page().select("[role=status]")).isEmpty();
    }

    @Test
    void aTableIsOneForAScreenReaderHoweverItIsLaidOut() {
        buyKettle("ben").open("account");

        assertThat(tab.page().select("table")).hasSize(2);
        assertThat(tab.page().select("table, thead, tbody, tr, th, td"))
                .allSatisfy(
                        part -> assertThat(part.attr("role")).as(part.tagName()).isNotEmpty());
    }

    @Test
    void everyFieldAndButtonOfEveryPageHasANameAndEveryPageALanguage() {
        tab.as("ben").buys("mug", "Ben").buys("kettle").open("");
        assertNamed();
        tab.open("sign-in");
        assertNamed();
        tab.open("basket");
        assertNamed();
        tab.toPayment(Map.of("points", "500"));
        assertNamed();
        tab.send(PAY, Map.of());
        assertNamed();
        tab.open("account");
        assertNamed();
        tab.open("nowhere");
        assertNamed();
    }

    private void assertNamed() {
        assertThat(tab.page().selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(tab.page().select("main, header, footer, h1")).hasSize(4);
        assertThat(tab.page().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(tab.page().select("input:not([type=hidden])"))
                .allSatisfy(
                        input -> assertThat(label(input)).as(input.toString()).isNotBlank());
        assertThat(tab.page().select("button"))
                .allSatisfy(button -> assertThat(button.text() + button.attr("aria-label"))
                        .as(button.toString())
                        .isNotBlank());
        assertThat(tab.page().select("[src], link[href]"))
                .extracting(own -> own.attr("src") + own.attr("href"))
                .allMatch(address -> address.startsWith("/") || address.equals("data:,"));
    }

    private String label(Element input) {
        return tab.page().select("label[for=" + input.id() + "]").text();
    }
}
