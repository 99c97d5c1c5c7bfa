package io.loyalty4j.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.examples.Databases;
import io.loyalty4j.examples.replay.OpenStore;
import io.loyalty4j.examples.replay.StoreArgument;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shop, without a browser. */
class ShopTest {
    private static final String PAY = "form[action^=/payment]:not([action$=back])";
    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    private OpenStore books;
    private Till till;
    private ShopServer server;
    private Tab tab;

    @BeforeEach
    void open() {
        Clock morning = Clock.fixed(Instant.parse("2026-05-04T08:00:00Z"), ZoneOffset.UTC);
        books = StoreArgument.of("--store", Databases.h2()).open();
        till = new Till(books, new ShopClock(morning), KeyFile.forOnce());
        server = ShopServer.start(till, 0);
        tab = Tab.of(server.address());
    }

    @AfterEach
    void close() {
        server.close();
        till.close();
        books.close();
    }

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
    void ofTwoTabsThatPayWithTheSamePointsAtOnceOneIsRefusedWithASentence() {
        tab.as("ben").buys("kettle").open("basket");
        Tab second = tab.other().open("basket");

        together(
                tab,
                tab.toPaymentRequest(Map.of("points", "1200")),
                second,
                second.toPaymentRequest(Map.of("points", "1200")));

        assertThat(List.of(tab.path(), second.path()))
                .filteredOn("/basket"::equals)
                .hasSize(1);
        Tab refused = tab.path().equals("/basket") ? tab : second;
        Tab held = refused == tab ? second : tab;
        assertThat(refused.text("[role=alert]"))
                .contains(
                        "Paying with points takes 1,200 points, and you have 0. Another order of yours has reserved 1,200 points");
        assertThat(refused.text("#waiting-head")).isEqualTo("Waiting for your payment");
        assertThat(held.path()).startsWith("/payment/");
        assertThat(held.text(".total dd")).isEqualTo("€57.00");
        assertThat(held.page().select("[role=alert]")).isEmpty();
    }

    @Test
    void goingBackFromThePaymentFreesThePoints() {
        tab.as("ben").buys("kettle").open("basket").toPayment(Map.of("points", "1200"));
        assertThat(tab.text("header")).contains("0 points");

        tab.send("form[action$=/back]", Map.of());
        assertThat(tab.text("header")).contains("1,200 points");
        assertThat(tab.page().select("#waiting-head")).isEmpty();
    }

    @Test
    void aDoubleClickOrdersPaysAndReturnsOnce() {
        tab.as("ben").buys("kettle").open("basket");
        Tab second = tab.other();
        HttpRequest order = tab.toPaymentRequest(Map.of("points", "1000"));
        together(tab, order, second, order);
        assertThat(tab.path()).isEqualTo(second.path()).startsWith("/payment/");

        HttpRequest pay = tab.form(PAY, Map.of());
        together(tab, pay, second, pay);
        assertThat(tab.path()).isEqualTo(second.path()).startsWith("/order/");
        assertThat(tab.ask(order).path()).startsWith("/order/");

        HttpRequest back = tab.form("form[action$=/return]", Map.of());
        together(tab, back, second, back);
        assertThat(till.journal(Customer.BEN.id()).statement()).hasSize(3 + 1);
        assertThat(till.account(Customer.BEN.id()).available()).isEqualTo(1_200);
    }

    @Test
    void aBasketIsNotPaidTwiceByTwoTabs() {
        tab.as("ben").buys("kettle").open("basket");
        Tab second = tab.other().open("basket");
        tab.toPayment(Map.of());
        second.toPayment(Map.of("points", "500"));
        second.send(PAY, Map.of());

        tab.send(PAY, Map.of());

        assertThat(tab.text("[role=alert]")).isEqualTo("You have ordered this basket already. Nothing was paid again.");
        assertThat(tab.path()).isEqualTo(second.path());
        assertThat(till.orders().paid(Customer.BEN.id())).hasSize(1);
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
    void ofTwoTabsThatReturnTheSamePieceOneIsToldThatItHasBeenReturned() {
        Tab first = buyKettle("ben");
        Tab second = first.other().open(first.path().substring(1));

        first.send("form[action$=/return]", Map.of());
        second.send("form[action$=/return]", Map.of());

        assertThat(first.text("[role=status]")).contains("we have taken it back");
        assertThat(second.text("[role=alert]")).contains("All of this has been returned already");
        assertThat(second.text(".how-many")).isEqualTo("1 returned, €69.00 refunded");
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
    void whatCustomersTypeIsShownAsTheyTypedItAndNeverRun() {
        tab.as("ben").buys("mug", HOSTILE).open("basket");
        assertHarmless();
        tab.toPayment(Map.of());
        assertHarmless();
        tab.send(PAY, Map.of());
        assertHarmless();
    }

    private void assertHarmless() {
        assertThat(tab.text()).contains(HOSTILE.substring(0, 50));
        assertThat(tab.page().select("script"))
                .extracting(script -> script.attr("src"))
                .containsExactly("/shop.js");
        assertThat(tab.page().select("img, [onerror]")).isEmpty();
        assertThat(tab.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void aFormOfAnotherSiteDoesNothing() {
        tab.as("ben").open("");
        tab.ask(tab.post("basket/add", Map.of("sku", "kettle")));
        assertThat(tab.status()).isEqualTo(403);
        tab.ask(tab.post("basket/add", Map.of("sku", "kettle", "token", "guessed")));
        assertThat(tab.status()).isEqualTo(403);
        assertThat(tab.open("basket").text("main")).contains("Your basket is empty");
    }

    @Test
    void aBrowserHasAnotherCookieOnceItHasSignedInAndTheOldOneIsWorthNothingOnceItHasSignedOut() throws Exception {
        HttpResponse<String> guest = sent("sign-in", "", Map.of());
        assertThat(guest.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        String ben = cookie(sent("sign-in", cookie(guest), Map.of("token", token(guest), "customer", "ben")));
        HttpResponse<String> account = sent("account", ben, Map.of());
        assertThat(account.statusCode()).isEqualTo(200);
        assertThat(sent("account", cookie(guest), Map.of()).statusCode()).isEqualTo(303);

        sent("sign-out", ben, Map.of("token", token(account)));
        assertThat(sent("account", ben, Map.of()).statusCode()).isEqualTo(303);
    }

    /** By a browser that keeps no cookies and follows nothing; a form if there are fields. */
    private HttpResponse<String> sent(String path, String cookie, Map<String, String> fields) throws Exception {
        HttpRequest.Builder request = fields.isEmpty()
                ? HttpRequest.newBuilder(URI.create(server.address() + path))
                : HttpRequest.newBuilder(tab.post(path, fields), (name, value) -> true);
        return HttpClient.newHttpClient().send(request.header("Cookie", cookie).build(), BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static String token(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("[name=token]").attr("value");
    }

    @Test
    void nobodySeesTheOrderOfAnother() {
        String order = buyKettle("ben").path().substring(1);

        Tab ana = Tab.of(server.address()).as("ana").open(order);
        assertThat(ana.status()).isEqualTo(404);
        assertThat(ana.text("[role=alert]")).isEqualTo("There is no such page here.");
        assertThat(ana.open("payment/" + order).status()).isEqualTo(404);
    }

    @Test
    void aGuestIsAskedToSignInAndKeepsTheBasket() {
        tab.buys("kettle").open("basket").toPayment(Map.of());
        assertThat(tab.path()).isEqualTo("/sign-in");

        tab.as("ben");
        assertThat(tab.text(".line h3")).isEqualTo("Pour-over kettle");
    }

    @Test
    void whoSignsInAfterAnotherSeesNothingOfTheirBasketAndBothPayTheirOwn() {
        tab.as("ana").buys("mug", "For Grandma").open("basket").toPayment(Map.of());
        String payment = tab.path().substring(1);

        tab.send(".who", Map.of());
        assertThat(tab.open("basket").text("main")).contains("Your basket is empty");
        assertThat(tab.as("ben").text("main")).contains("Your basket is empty");
        buyKettle("ben");
        assertThat(tab.text("main")).contains("You paid €69.00").doesNotContain("Grandma");

        tab.as("ana").open(payment).send(PAY, Map.of());
        assertThat(tab.text("main")).contains("You paid €14.00").contains("For Grandma");
    }

    @Test
    void whoBecomesSomebodyElseWithoutSigningOutLeavesTheBasketBehind() {
        tab.as("ana").buys("kettle");

        assertThat(tab.as("ben").text("main")).contains("Your basket is empty");
    }

    @Test
    void whatAnotherTabPutsIntoTheBasketDuringThePaymentStaysThere() {
        tab.as("ben").buys("kettle").open("basket").toPayment(Map.of());
        Tab second = tab.other().buys("tea-100").buys("kettle");

        tab.send(PAY, Map.of());
        assertThat(tab.text("main")).contains("You paid €69.00");
        assertThat(second.open("basket").page().select(".line h3")).hasSize(2);
        pay(Map.of());
        assertThat(tab.text("main")).contains("You paid €76.50");
        assertThat(tab.open("basket").text("main")).contains("Your basket is empty");
    }

    @Test
    void nobodyPaysAnotherPriceThanTheButtonSaid() {
        tab.as("ben").buys("kettle").open("basket");
        HttpRequest withoutPoints = tab.toPaymentRequest(Map.of());
        tab.toPayment(Map.of("points", "1000"));
        assertThat(tab.text(PAY)).isEqualTo("Pay €59.00");
        tab.other().ask(withoutPoints);

        tab.send(PAY, Map.of());
        assertThat(tab.text("[role=alert]")).contains("The price has changed");
        assertThat(tab.text(PAY)).isEqualTo("Pay €69.00");
        assertThat(till.orders().paid(Customer.BEN.id())).isEmpty();
        tab.send(PAY, Map.of());
        assertThat(tab.text("main")).contains("You paid €69.00");
    }

    @Test
    void anOrderWhosePointsAnotherHasTakenSaysSoBeforeItIsPaid() {
        tab.as("ben").buys("kettle").open("basket").toPayment(Map.of("points", "1000"));
        String payment = tab.path().substring(1);
        tab.send("button[value=day]", Map.of("by", "day"));
        tab.open("basket").toPayment(Map.of("points", "1000"));

        tab.open(payment);
        assertThat(tab.text("[role=alert]")).contains("Paying with points takes 1,000 points, and you have 200.");
        assertThat(tab.text("main")).doesNotContain("To pay").doesNotContain("Pay €");
        tab.send(PAY, Map.of());
        assertThat(tab.path()).isEqualTo("/basket");
        assertThat(till.orders().paid(Customer.BEN.id())).isEmpty();
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
    void aBasketWhosePaymentFailedCanBeOrderedOnceTheOrderIsCancelled() {
        tab.as("ben").buys("kettle").open("basket").toPayment(Map.of());
        till.orders().claim(till.orders().open(Customer.BEN.id()).get(0));

        tab.send("form[action$=/back]", Map.of());
        pay(Map.of());

        assertThat(tab.text("main")).contains("You paid €69.00");
    }

    @Test
    void anOrderThatIsBookedIsNotCancelledThoughTheShopHasNotHeardOfItYet() {
        String order = buyKettle("ben").path().replace("/order/", "");
        JdbcClient.create(books.source().orElseThrow())
                .sql("update shop_order set paid = null")
                .update();

        tab.open("payment/" + order).send("form[action$=/back]", Map.of());
        assertThat(tab.text("[role=alert]")).contains("This order has been paid already");
        assertThat(tab.text("main")).contains("You paid €69.00");
        assertThat(till.orders().open(Customer.BEN.id())).isEmpty();
        assertThat(till.journal(Customer.BEN.id()).statement()).hasSize(2);
    }

    @Test
    void aCodeThatIsUsedInAnotherBrowserMeanwhileIsTakenOffTheBasketWithASentence() {
        tab.as("ana").buys("kettle").buys("grinder");
        pay(Map.of());
        String code = tab.code();
        tab.buys("coffee-1000").open("basket").send("#choose", Map.of("voucher", code));
        Tab other = Tab.of(server.address()).as("ana").buys("coffee-1000").open("basket");
        other.toPayment(Map.of("voucher", code)).send(PAY, Map.of());
        assertThat(other.text("main")).contains("You paid €24.00");

        assertThat(tab.open("basket").text("[role=alert]"))
                .contains("This voucher code is not accepted")
                .contains("We have taken it off your basket.");
        assertThat(tab.page().selectFirst("#voucher").attr("value")).isEmpty();
        assertThat(tab.text(".total dd")).isEqualTo("€29.00");
        assertThat(tab.open("basket").page().select("[role=alert]")).isEmpty();
    }

    @Test
    void aGuestWhoMovesTheClockIsToldTheDay() {
        tab.open("").send("button[value=day]", Map.of("by", "day"));

        assertThat(tab.path()).isEqualTo("/");
        assertThat(tab.text("[role=status]")).contains("It is 5 May 2026 now");
    }

    @Test
    void whatWaitsForItsPaymentSaysUntilWhenItsPointsAreReservedIfTheyAre() {
        tab.as("ben").buys("kettle").open("basket").toPayment(Map.of());
        assertThat(tab.open("basket").text("[aria-labelledby=waiting-head]"))
                .contains("Not paid yet")
                .doesNotContain("reserved");

        tab.toPayment(Map.of("points", "500"));
        assertThat(tab.open("basket").text("[aria-labelledby=waiting-head]"))
                .contains("What you chose is reserved until Monday 4 May 2026, 09:30");
        tab.send("button[value=day]", Map.of("by", "day"));
        assertThat(tab.open("basket").text("[aria-labelledby=waiting-head]")).doesNotContain("reserved");
    }

    @Test
    void theIdOfAnOrderIsLongAndWhatIsShownOfItShort() {
        tab.as("ben").buys("kettle").open("basket").toPayment(Map.of());

        assertThat(tab.path()).matches("/payment/S-[0-9A-F]{16}");
        assertThat(tab.text("#sum-head")).matches("Order S-[0-9A-F]{8}");
        assertThat(tab.send(PAY, Map.of()).text("h1")).matches("Order S-[0-9A-F]{8}");
        assertThat(tab.open("account").text("main")).contains("Order S-").doesNotContainPattern("S-[0-9A-F]{9}");
    }

    @Test
    void whatFindsNoRoomInTheBasketIsNotSaidToBeThere() {
        tab.buys("kettle").open("basket").send(".how-many form", Map.of("pieces", "99"));

        assertThat(tab.buys("kettle").text("[role=alert]")).contains("There is no more room for Pour-over kettle");
        assertThat(tab.page().select("[role=status]")).isEmpty();
    }

    @Test
    void whatNoneOfOurPagesSendsIsAnsweredWithASentence() {
        tab.open("sign-in").send("#customer-ben", Map.of("customer", "nobody"));
        assertThat(tab.status()).isEqualTo(400);
        assertThat(tab.text("[role=alert]")).contains("Please choose one of the customers");

        tab.as("ben").buys("kettle").open("basket").toPayment(Map.of("order", "S-1"));
        assertThat(tab.status()).isEqualTo(400);
        assertThat(tab.text("[role=alert]")).contains("Please go back");
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
    void whoComesOftenIsNotForgottenForThoseWhoOnlyLookOrWereAwayLonger() {
        try (ShopServer small = ShopServer.start(till, 0, new Visits(2))) {
            Tab ben = Tab.of(small.address()).as("ben");
            Tab guest = Tab.of(small.address()).buys("kettle");
            for (int i = 0; i < 5; i++) {
                Tab.of(small.address()).open("");
            }
            assertThat(guest.open("basket").text(".line h3")).isEqualTo("Pour-over kettle");

            assertThat(ben.open("account").path()).isEqualTo("/account");
            Tab.of(small.address()).buys("tea-100");
            assertThat(ben.open("account").path()).isEqualTo("/account");
            assertThat(guest.open("basket").text("main")).contains("Your basket is empty");
        }
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

    private Tab buyKettle(String customer) {
        tab.as(customer).buys("kettle");
        return pay(Map.of());
    }

    private Tab pay(Map<String, String> filledIn) {
        return tab.open("basket").toPayment(filledIn).send(PAY, Map.of());
    }

    private static void together(Tab first, HttpRequest one, Tab second, HttpRequest other) {
        Stream.of(CompletableFuture.runAsync(() -> first.ask(one)), CompletableFuture.runAsync(() -> second.ask(other)))
                .toList()
                .forEach(CompletableFuture::join);
    }
}
