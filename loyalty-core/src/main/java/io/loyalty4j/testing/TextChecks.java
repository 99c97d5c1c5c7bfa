package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.ledger.Fingerprint;
import io.loyalty4j.shop.Order;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.LoyaltyStore;
import java.util.List;

/** What the shop says of an order comes back as it was said. */
final class TextChecks {
    private static final List<String> TEXTS = List.of(
            "Łódź, Αθήνα, Москва, القاهرة, 東京",
            "an emoji \uD83D\uDE00 and a family \uD83D\uDC69\u200D\uD83D\uDC67",
            "e\u0301 is not \u00E9",
            "a line\r\nand a line\nand one more\r",
            "a\tb\u2028c\u2029d\u0085e",
            " spaces before and behind ",
            "'; DROP TABLE postings; --",
            "back\\slash, \"quotes\", {braces}, ${jndi:x}, %s, 100%",
            "I i \u0130 \u0131",
            "a".repeat(128));

    private TextChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("words of an order come back as they were", trial -> orders(trial, trial.store())),
                Clause.afterReopening(
                        "words of an order come back as they were in another process",
                        trial -> orders(trial, trial.reopened())));
    }

    private static void orders(Trial trial, LoyaltyStore reading) {
        for (int i = 0; i < TEXTS.size(); i++) {
            Order order = order(ANA, "o-" + i).with("note", TEXTS.get(i)).with(TEXTS.get(i), "x");
            Expect.kind("an order", Commit.Applied.class, trial.books(PLAIN, order));
            String said = Expect.there("the posting", reading.posting(ANA, order.requestId()))
                    .header()
                    .fingerprint()
                    .text();
            Expect.equal("what the posting says of it", Fingerprint.of(order).text(), said);
        }
        new Proof(reading).ofEverybody();
    }
}
