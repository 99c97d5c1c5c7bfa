package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.BEN;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Message;
import java.time.Duration;
import java.util.List;

/** Points that members give each other, and the messages that wait for it. */
final class Gifts {
    private Gifts() {}

    static Transfer gift(MemberId from, String id) {
        return Transfer.of(from, id, 10).to(BEN);
    }

    static void rich(Trial trial, MemberId member) {
        trial.engine(PLAIN).purchase(order(member, "rich", "1000.00", 1));
    }

    static List<String> ids(LoyaltyStore store) {
        return store.messages(1_000).stream().map(Message::id).toList();
    }

    static void sends(Trial trial, MemberId from, String id) {
        Expect.kind("a transfer", Commit.Applied.class, trial.books(PLAIN, gift(from, id)));
        trial.clock().pass(Duration.ofMillis(1));
    }
}
