package io.loyalty4j.examples.recipes;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.examples.documents.Document;
import io.loyalty4j.examples.documents.DocumentLoyaltyStore;
import io.loyalty4j.examples.documents.Documents;
import io.loyalty4j.examples.documents.InMemoryDocuments;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.io.PrintStream;

/** Another database: an engine on the store of {@code examples.documents}, what it writes there, and a second server on the same documents. */
public final class StoreOfYourOwn {
    private StoreOfYourOwn() {}

    public static void main(String... args) {
        run(System.out);
    }

    static void run(PrintStream out) {
        LoyaltyProgram program = LoyaltyProgram.named("document-shop")
                .currency("EUR")
                .zone("Europe/Madrid")
                .earn("base", points(1).per("1.00"))
                .reward("cash-10", discount("10.00").costs(500))
                .build();
        Documents documents = new InMemoryDocuments();
        LoyaltyEngine first = on(documents, program);
        LoyaltyEngine second = on(documents, program);
        MemberId ana = MemberId.of("ana");

        Order order = Order.of(ana, "A-1").currency("EUR").line(OrderLine.of("desk", "520.00"));
        Receipt paid = first.purchase(order).receipt();
        out.println("One server has booked the order; these documents are there:");
        documents.withPrefix("", "").map(Document::id).forEach(id -> out.println("  " + id));

        out.println("Another sees " + second.account(ana).available()
                + " points, and has the same receipt for the order sent again: "
                + second.purchase(order).receipt().equals(paid));
        Order lamp = Order.of(ana, "A-2")
                .currency("EUR")
                .line(OrderLine.of("lamp", "30.00"))
                .redeem("cash-10");
        Order chair = Order.of(ana, "A-3")
                .currency("EUR")
                .line(OrderLine.of("chair", "80.00"))
                .redeem("cash-10");
        out.println("It sells a lamp for " + second.quote(lamp).toPay());
        second.purchase(lamp);
        first.purchase(chair).refusal().ifPresent(why -> out.println("The points are gone for the first, too: " + why));
        out.println("The books are sound: " + first.journal(ana).verify().sound());
    }

    private static LoyaltyEngine on(Documents documents, LoyaltyProgram program) {
        return LoyaltyEngine.builder(program)
                .store(new DocumentLoyaltyStore(documents))
                .build();
    }
}
