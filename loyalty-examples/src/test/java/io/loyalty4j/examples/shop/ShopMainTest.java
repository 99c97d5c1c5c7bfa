package io.loyalty4j.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.examples.Databases;
import io.loyalty4j.examples.replay.UnusableStoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopMainTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private ShopMain.Open open(String... words) {
        return ShopMain.open(words, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @Test
    void itPrintsItsAddressAndBooksInADatabaseOfItsOwn() {
        try (ShopMain.Open shop = open("--port", "0")) {
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .isEqualTo("The shop is open at " + shop.address() + " until you press Ctrl-C"
                            + System.lineSeparator());
            assertThat(Tab.of(shop.address()).open("").text("h1")).isEqualTo("Shop");
        }
    }

    @Test
    void aShopOnPostgresqlGoesOnWhereItWasClosedAndItsClockToo() {
        String url = Databases.postgresql();
        try (ShopMain.Open shop = open("--port", "0", "--store", url)) {
            Tab tab = Tab.of(shop.address())
                    .as("ben")
                    .buys("kettle")
                    .open("basket")
                    .toPayment(Map.of("points", "1000"));
            tab.send("form[action^=/payment]:not([action$=back])", Map.of());
            tab.send("button[value=month]", Map.of("by", "month"));
            assertThat(tab.text(".figures")).contains("Points to use 595");
        }

        try (ShopMain.Open shop = open("--store", url, "--port", "0")) {
            Tab tab = Tab.of(shop.address()).as("ben").open("account");
            assertThat(tab.text(".figures")).contains("Points to use 595");
            assertThat(tab.buys("tea-100")
                            .open("basket")
                            .toPayment(Map.of("points", "100"))
                            .path())
                    .startsWith("/payment/");
        }
    }

    @Test
    void whatWasBoughtBeforeAShopWasClosedCanBeReturnedAndItsVoucherPaysIfTheKeyIsKept(@TempDir Path folder) {
        String key = folder.resolve("voucher.key").toString();
        String[] words = {"--port", "0", "--store", Databases.postgresql(), "--voucher-key", key};
        String code;
        try (ShopMain.Open shop = open(words)) {
            Tab tab = Tab.of(shop.address())
                    .as("ana")
                    .buys("mug", "For Ana")
                    .buys("kettle")
                    .buys("kettle");
            pay(tab);
            code = tab.code();
        }

        try (ShopMain.Open shop = open(words)) {
            Tab tab = Tab.of(shop.address()).as("ana").open("account");
            assertThat(tab.text("[aria-labelledby=letters-head]")).contains("You earned 1,060 points");
            tab.open(tab.page().selectFirst("a[href^=/order/]").attr("href").substring(1));
            assertThat(tab.text("main"))
                    .contains("Mug with your own words: “For Ana”")
                    .contains(code);

            tab.send("form[action$=/return]", Map.of());
            assertThat(tab.text("[role=status]")).contains("You lose 70 points that you earned with it");
            assertThat(tab.text(".how-many")).contains("1 returned, €14.00 refunded");

            tab.buys("coffee-1000").open("basket").send("#choose", Map.of("voucher", code));
            assertThat(tab.text(".total dd")).isEqualTo("€24.00");
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("--voucher-key");
    }

    private static void pay(Tab tab) {
        tab.open("basket").toPayment(Map.of()).send("form[action^=/payment]:not([action$=back])", Map.of());
    }

    @Test
    void withoutAKeyItIsSaidThatCodesOfVouchersWillNotLast() {
        try (ShopMain.Open shop = open("--port", "0", "--store", Databases.h2())) {
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("Codes of vouchers are good until the shop is closed; --voucher-key <file> keeps them")
                    .contains(shop.address());
        }
    }

    @Test
    void aPortThatIsNoneAndAnUnknownOptionAreTold() {
        assertThatThrownBy(() -> open("--port", "70000")).hasMessageContaining("from 0 to 65535");
        assertThatThrownBy(() -> open("--port")).hasMessageContaining("--port wants a value");
        assertThatThrownBy(() -> open("--prot", "1")).isInstanceOf(UnusableStoreException.class);
        assertThatThrownBy(() -> open("7070")).hasMessageContaining("7070 is no option");
    }

    @Test
    void aFileWithoutAKeyIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("short.key"), "cafe");
        assertThatThrownBy(() -> open("--voucher-key", file.toString())).hasMessageContaining("has no voucher key");
    }
}
