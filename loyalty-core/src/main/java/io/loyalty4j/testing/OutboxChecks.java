package io.loyalty4j.testing;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.donation;
import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;
import static io.loyalty4j.testing.Trial.BEN;

import io.loyalty4j.ledger.Decided;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Messages to other members stand and fall with their postings. */
final class OutboxChecks {
    private OutboxChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("a message waits if its posting is booked, and only then", OutboxChecks::withPosting),
                Clause.of("messages come the oldest first, as many as are asked for", OutboxChecks::oldestFirst),
                Clause.of("messages of one posting are all there, as they were said", OutboxChecks::several),
                Clause.of("what is delivered is forgotten, and nothing else", OutboxChecks::delivered),
                Clause.of("a replay sends nothing again", OutboxChecks::replayed),
                Clause.afterReopening("another process finds the messages that wait", OutboxChecks::reopened));
    }

    private static Transfer gift(MemberId from, String id) {
        return Transfer.of(from, id, 10).to(BEN);
    }

    private static void rich(Trial trial, MemberId member) {
        trial.engine(PLAIN).purchase(order(member, "rich", "1000.00", 1));
    }

    private static List<String> ids(LoyaltyStore store) {
        return store.messages(1_000).stream().map(Message::id).toList();
    }

    private static void sends(Trial trial, MemberId from, String id) {
        Expect.kind("a transfer", Commit.Applied.class, trial.books(PLAIN, gift(from, id)));
        trial.clock().pass(Duration.ofMillis(1));
    }

    private static void withPosting(Trial trial) {
        Transfer gift = gift(ANA, "g-1");
        Expect.kind("a transfer of nothing", Commit.Refused.class, trial.books(PLAIN, gift));
        Expect.equal("messages", List.of(), ids(trial.store()));
        rich(trial, ANA);
        Expect.thrown(
                "a fault",
                IllegalStateException.class,
                () -> trial.store().update(Trial.request(gift), state -> {
                    Decided decided = trial.decide(PLAIN, state, gift);
                    throw new IllegalStateException(decided.getClass().getSimpleName());
                }));
        Expect.equal("messages", List.of(), ids(trial.store()));
        sends(trial, ANA, "g-1");
        Expect.equal("messages", List.of("ana/2/0"), ids(trial.store()));
    }

    private static void oldestFirst(Trial trial) {
        List<String> expected = new ArrayList<>();
        List<MemberId> members = List.of(MemberId.of("zoe"), MemberId.of("cem"), ANA);
        members.forEach(member -> rich(trial, member));
        for (int i = 0; i < 12; i++) {
            MemberId member = members.get(i % 3);
            sends(trial, member, "g-" + i);
            expected.add(member + "/" + (2 + i / 3) + "/0");
        }
        Expect.equal("messages", expected, ids(trial.store()));
        for (int limit : new int[] {0, 1, 5}) {
            Expect.equal(
                    "at most " + limit,
                    expected.subList(0, limit),
                    trial.store().messages(limit).stream().map(Message::id).toList());
        }
    }

    private static void several(Trial trial) {
        LoyaltyProgram giving = LoyaltyProgram.named("giving")
                .currency("GBP")
                .zone("Europe/London")
                .earn("base", points(1).per("1.00"))
                .reward("red-cross", donation("red-cross").costs(10))
                .reward("shelter", donation("shelter").costs(20))
                .build();
        trial.books(giving, order(ANA, "1"));
        Order order = Order.of(ANA, "2").redeem("red-cross").redeem("shelter");
        Commit.Applied applied = Expect.kind("donations", Commit.Applied.class, trial.books(giving, order));
        Expect.equal(
                "messages",
                Message.of(applied.postings()).stream().map(Alike::digest).toList(),
                trial.store().messages(10).stream().map(Alike::digest).toList());
        Expect.equal("how many", 2, trial.store().messages(10).size());
    }

    private static void delivered(Trial trial) {
        rich(trial, ANA);
        for (int i = 0; i < 5; i++) {
            sends(trial, ANA, "g-" + i);
        }
        List<Message> all = trial.store().messages(10);
        trial.store().delivered(all.get(2));
        trial.store().delivered(all.get(0));
        trial.store().delivered(all.get(2));
        Expect.equal("messages", List.of("ana/3/0", "ana/5/0", "ana/6/0"), ids(trial.store()));
        sends(trial, ANA, "g-9");
        Expect.equal("messages", List.of("ana/3/0", "ana/5/0", "ana/6/0", "ana/7/0"), ids(trial.store()));
        Expect.equal("postings", 7, trial.postings().size());
    }

    private static void replayed(Trial trial) {
        rich(trial, ANA);
        sends(trial, ANA, "g-1");
        trial.store().delivered(trial.store().messages(1).get(0));
        Expect.kind("the same again", Commit.Replayed.class, trial.books(PLAIN, gift(ANA, "g-1")));
        Expect.equal("messages", List.of(), ids(trial.store()));
    }

    private static void reopened(Trial trial) {
        rich(trial, ANA);
        sends(trial, ANA, "g-1");
        sends(trial, ANA, "g-2");
        LoyaltyStore other = trial.reopened();
        Expect.equal("messages", List.of("ana/2/0", "ana/3/0"), ids(other));
        other.delivered(other.messages(1).get(0));
        Expect.equal("messages left", List.of("ana/3/0"), ids(trial.store()));
        trial.engine(PLAIN, other).runDue(trial.clock().instant());
        Expect.equal("messages left", List.of(), ids(trial.store()));
        Expect.equal("Ben's points", 10L, trial.engine(PLAIN).account(BEN).available());
    }
}
