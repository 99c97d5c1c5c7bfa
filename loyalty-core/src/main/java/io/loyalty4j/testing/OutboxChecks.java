package io.loyalty4j.testing;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.donation;
import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.ledger.Decided;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Message;
import java.util.List;

/** Messages to other members stand and fall with their postings. */
final class OutboxChecks {
    private OutboxChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("a message waits if its posting is booked, and only then", OutboxChecks::withPosting),
                Clause.of("messages of one posting are all there, as they were said", OutboxChecks::several),
                Clause.of("a replay sends nothing again", OutboxChecks::replayed));
    }

    private static void withPosting(Trial trial) {
        Transfer gift = Gifts.gift(ANA, "g-1");
        Expect.kind("a transfer of nothing", Commit.Refused.class, trial.books(PLAIN, gift));
        Expect.equal("messages", List.of(), Gifts.ids(trial.store()));
        Gifts.rich(trial, ANA);
        Expect.thrown(
                "a fault",
                IllegalStateException.class,
                () -> trial.store().update(Trial.request(gift), state -> {
                    Decided decided = trial.decide(PLAIN, state, gift);
                    throw new IllegalStateException(decided.getClass().getSimpleName());
                }));
        Expect.equal("messages", List.of(), Gifts.ids(trial.store()));
        Gifts.sends(trial, ANA, "g-1");
        Expect.equal("messages", List.of("ana/2/0"), Gifts.ids(trial.store()));
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

    private static void replayed(Trial trial) {
        Gifts.rich(trial, ANA);
        Gifts.sends(trial, ANA, "g-1");
        trial.store().delivered(trial.store().messages(1).get(0));
        Expect.kind("the same again", Commit.Replayed.class, trial.books(PLAIN, Gifts.gift(ANA, "g-1")));
        Expect.equal("messages", List.of(), Gifts.ids(trial.store()));
    }
}
