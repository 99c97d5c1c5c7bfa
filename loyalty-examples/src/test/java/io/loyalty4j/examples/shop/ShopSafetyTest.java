package io.loyalty4j.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What strangers type, send and guess, and whose basket and orders are whose. */
class ShopSafetyTest extends ShopFixture {
    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

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
    void theIdOfAnOrderIsLongAndWhatIsShownOfItShort() {
        tab.as("ben").buys("kettle").open("basket").toPayment(Map.of());

        assertThat(tab.path()).matches("/payment/S-[0-9A-F]{16}");
        assertThat(tab.text("#sum-head")).matches("Order S-[0-9A-F]{8}");
        assertThat(tab.send(PAY, Map.of()).text("h1")).matches("Order S-[0-9A-F]{8}");
        assertThat(tab.open("account").text("main")).contains("Order S-").doesNotContainPattern("S-[0-9A-F]{9}");
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
}
