package io.loyalty4j.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.examples.Databases;
import io.loyalty4j.examples.replay.UnusableStoreException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopMainTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private ShopMain.Open open(String... words) {
        return ShopMain.open(words, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @Test
    void itPrintsItsAddressAndBooksInADatabaseOfItsOwn() {
        try (ShopMain.Open shop = open("--port", "0")) {
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .isEqualTo("The shop is open at " + shop.address() + " until you press Ctrl-C" + System.lineSeparator());
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
    void aPortThatIsNoneAndAnUnknownOptionAreTold() {
        assertThatThrownBy(() -> open("--port", "70000")).hasMessageContaining("from 0 to 65535");
        assertThatThrownBy(() -> open("--prot", "1")).isInstanceOf(UnusableStoreException.class);
    }
}
