package io.loyalty4j.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.examples.Databases;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The shop in a real browser, booking in a database. Pictures of its pages are in {@code target/screenshots} afterwards. */
@EnabledIf(
        value = "io.loyalty4j.examples.shop.Chromium#isHere",
        disabledReason = "this machine has no chromium and chromedriver")
class ShopInBrowserTest {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final long SOON = 1_500;
    private static final String PAY = "form[action^='/payment']:not([action$='back']) button";

    private static final String EMPTIED = "const points = document.getElementById('points'); points.value = '';"
            + " points.dispatchEvent(new Event('input'))";

    private ShopMain.Open shop;

    @BeforeEach
    void open() {
        String[] words = {"--port", "0", "--store", Databases.h2()};
        shop = ShopMain.open(words, new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aMemberBuysWithPointsAndReturns() {
        try (Chromium browser = Chromium.start(DESKTOP)) {
            buyAndReturn(browser, "desktop");
        }
        try (Chromium browser = Chromium.start(PHONE)) {
            picturesOnAPhone(browser);
        }
    }

    private void buyAndReturn(Chromium browser, String name) {
        signIn(browser, "ben");
        browser.open(shop.address());
        browser.picture(name + "-1-shop");
        browser.type("#text-mug", "For <b>Ben</b> & Ana");
        browser.click("[aria-labelledby=item-mug] button");
        browser.click("[aria-labelledby=item-kettle] button");
        browser.open(shop.address() + "basket");
        assertThat(browser.text("main")).contains("Mug with your own words: “For <b>Ben</b> & Ana”");
        browser.slide("#slider", 1_000);
        assertThat(browser.value("#points")).isEqualTo("1000");
        browser.run(EMPTIED);
        assertThat(browser.value("#slider")).isEqualTo("0");
        browser.slide("#slider", 1_000);
        browser.click("#choose button:not([formaction])");
        assertThat(browser.text(".total dd")).isEqualTo("€73.00");
        browser.picture(name + "-2-basket");

        browser.click("button[formaction='/checkout']");
        browser.picture(name + "-3-payment");
        browser.click(PAY);
        assertThat(browser.text("main")).contains("You paid €73.00");
        assertThat(browser.text(".who")).contains("200 points, Silver");
        browser.picture(name + "-4-order");

        browser.click("li:nth-child(2) form[action$='/return'] button");
        assertThat(browser.text("[role=status]")).contains("that you paid with");
        browser.picture(name + "-5-returned");

        browser.click("button[value=fortnight]");
        assertThat(browser.path()).isEqualTo("/account");
        browser.picture(name + "-6-account");
        browser.open(shop.address() + "sign-in");
        browser.picture(name + "-7-sign-in");
    }

    /** Another member's way, so that every page is seen with something on it. */
    private void picturesOnAPhone(Chromium browser) {
        browser.open(shop.address());
        browser.type("#text-mug", "W".repeat(Basket.LONGEST_TEXT));
        browser.click("[aria-labelledby=item-mug] button");
        browser.open(shop.address() + "basket");
        seen(browser, "0-guest");
        browser.click("form + form button");
        signIn(browser, "chloe");
        for (String page : List.of("", "sign-in")) {
            browser.open(shop.address() + page);
            seen(browser, page.isEmpty() ? "1-shop" : "7-sign-in");
        }
        browser.open(shop.address());
        browser.click("[aria-labelledby=item-kettle] button");
        browser.click("[aria-labelledby=item-grinder] button");
        browser.open(shop.address() + "basket");
        browser.slide("#slider", 500);
        browser.click("#choose button:not([formaction])");
        seen(browser, "2-basket");
        browser.click("button[formaction='/checkout']");
        seen(browser, "3-payment");
        browser.click(PAY);
        seen(browser, "4-order");
        browser.click("li:nth-child(2) form[action$='/return'] button");
        seen(browser, "5-returned");
        browser.click("button[value=fortnight]");
        seen(browser, "6-account");
        browser.click("button[value=year]");
        browser.click("button[value=year]");
        seen(browser, "6-account-later");
        browser.open(shop.address() + "basket");
        seen(browser, "8-empty");
        browser.open(shop.address() + "nowhere");
        seen(browser, "9-sorry");
    }

    private static void seen(Chromium browser, String name) {
        assertThat(browser.sideways()).as("%s is wider than the phone", name).isFalse();
        browser.picture("phone-" + name);
    }

    @Test
    void ofTwoTabsOfAMemberThatPayWithTheSamePointsAtOnceOneIsRefusedWithASentence() {
        try (Chromium browser = Chromium.start(DESKTOP)) {
            signIn(browser, "ben");
            browser.open(shop.address());
            browser.click("[aria-labelledby=item-kettle] button");
            String first = prepared(browser, browser.tab());
            String second = prepared(browser, browser.newTab());

            long at = System.currentTimeMillis() + SOON;
            sendAt(browser, first, at);
            sendAt(browser, second, at);

            waitUntilSent(browser, first);
            waitUntilSent(browser, second);
            List<String> refused = List.of(first, second).stream()
                    .filter(tab -> at(browser, tab).equals("/basket"))
                    .toList();
            assertThat(refused).hasSize(1);
            browser.look(refused.get(0));
            assertThat(browser.text("[role=alert]")).contains("Paying with points takes 1,200 points, and you have 0");
            browser.picture("two-tabs-refused");
            browser.look(refused.get(0).equals(first) ? second : first);
            assertThat(browser.text(".total dd")).isEqualTo("€57.00");
            assertThat(browser.text("main")).doesNotContain("takes 1,200 points");
            browser.picture("two-tabs-held");
            browser.click(PAY);
            assertThat(browser.text("main")).contains("You paid €57.00");
        }
    }

    private String prepared(Chromium browser, String tab) {
        browser.open(shop.address() + "basket");
        browser.slide("#slider", 1_200);
        return tab;
    }

    /** Both tabs press the button at the same moment, each by a script of its own, so that neither waits for the other. */
    private static void sendAt(Chromium browser, String tab, long at) {
        browser.look(tab);
        browser.run(
                "setTimeout(() => document.querySelector(\"button[formaction='/checkout']\").click(),"
                        + " arguments[0] - Date.now())",
                at);
    }

    private static void waitUntilSent(Chromium browser, String tab) {
        browser.look(tab);
        browser.waitFor(
                "return location.pathname.startsWith('/payment') || document.querySelector('[role=alert]') !== null");
    }

    private static String at(Chromium browser, String tab) {
        browser.look(tab);
        return browser.path();
    }

    private void signIn(Chromium browser, String customer) {
        browser.open(shop.address() + "sign-in");
        browser.click("[aria-labelledby=customer-" + customer + "] button");
    }
}
