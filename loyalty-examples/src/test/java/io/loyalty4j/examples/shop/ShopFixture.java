package io.loyalty4j.examples.shop;

import io.loyalty4j.examples.Databases;
import io.loyalty4j.examples.replay.OpenStore;
import io.loyalty4j.examples.replay.StoreArgument;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A shop of its own for each test, and a tab that looks at it. */
abstract class ShopFixture {
    static final String PAY = "form[action^=/payment]:not([action$=back])";

    OpenStore books;
    Till till;
    ShopServer server;
    Tab tab;

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

    Tab buyKettle(String customer) {
        tab.as(customer).buys("kettle");
        return pay(Map.of());
    }

    Tab pay(Map<String, String> filledIn) {
        return tab.open("basket").toPayment(filledIn).send(PAY, Map.of());
    }
}
