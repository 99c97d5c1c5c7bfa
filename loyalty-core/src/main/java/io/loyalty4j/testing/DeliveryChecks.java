package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Trial.ANA;
import static io.loyalty4j.testing.Trial.BEN;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Message;
import java.util.ArrayList;
import java.util.List;

/** Messages wait in their order until they are delivered. */
final class DeliveryChecks {
    private DeliveryChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("messages come the oldest first, as many as are asked for", DeliveryChecks::oldestFirst),
                Clause.of("what is delivered is forgotten, and nothing else", DeliveryChecks::delivered),
                Clause.afterReopening("another process finds the messages that wait", DeliveryChecks::reopened));
    }

    private static void oldestFirst(Trial trial) {
        List<String> expected = new ArrayList<>();
        List<MemberId> members = List.of(MemberId.of("zoe"), MemberId.of("cem"), ANA);
        members.forEach(member -> Gifts.rich(trial, member));
        for (int i = 0; i < 12; i++) {
            MemberId member = members.get(i % 3);
            Gifts.sends(trial, member, "g-" + i);
            expected.add(member + "/" + (2 + i / 3) + "/0");
        }
        Expect.equal("messages", expected, Gifts.ids(trial.store()));
        for (int limit : new int[] {0, 1, 5}) {
            Expect.equal(
                    "at most " + limit,
                    expected.subList(0, limit),
                    trial.store().messages(limit).stream().map(Message::id).toList());
        }
    }

    private static void delivered(Trial trial) {
        Gifts.rich(trial, ANA);
        for (int i = 0; i < 5; i++) {
            Gifts.sends(trial, ANA, "g-" + i);
        }
        List<Message> all = trial.store().messages(10);
        trial.store().delivered(all.get(2));
        trial.store().delivered(all.get(0));
        trial.store().delivered(all.get(2));
        Expect.equal("messages", List.of("ana/3/0", "ana/5/0", "ana/6/0"), Gifts.ids(trial.store()));
        Gifts.sends(trial, ANA, "g-9");
        Expect.equal("messages", List.of("ana/3/0", "ana/5/0", "ana/6/0", "ana/7/0"), Gifts.ids(trial.store()));
        Expect.equal("postings", 7, trial.postings().size());
    }

    private static void reopened(Trial trial) {
        Gifts.rich(trial, ANA);
        Gifts.sends(trial, ANA, "g-1");
        Gifts.sends(trial, ANA, "g-2");
        LoyaltyStore other = trial.reopened();
        Expect.equal("messages", List.of("ana/2/0", "ana/3/0"), Gifts.ids(other));
        other.delivered(other.messages(1).get(0));
        Expect.equal("messages left", List.of("ana/3/0"), Gifts.ids(trial.store()));
        trial.engine(PLAIN, other).runDue(trial.clock().instant());
        Expect.equal("messages left", List.of(), Gifts.ids(trial.store()));
        Expect.equal("Ben's points", 10L, trial.engine(PLAIN).account(BEN).available());
    }
}
