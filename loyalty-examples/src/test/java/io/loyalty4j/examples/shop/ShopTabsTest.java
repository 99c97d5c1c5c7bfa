package io.loyalty4j.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several tabs, double clicks, payments that wait, are cancelled or fail: each order is paid once, at the price that was shown. */
class ShopTabsTest extends ShopFixture {
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

    private static void together(Tab first, HttpRequest one, Tab second, HttpRequest other) {
        Stream.of(CompletableFuture.runAsync(() -> first.ask(one)), CompletableFuture.runAsync(() -> second.ask(other)))
                .toList()
                .forEach(CompletableFuture::join);
    }
}
