package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;
import static io.loyalty4j.testing.Trial.BEN;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The journal, read in its order. */
final class ReadingChecks {
    private static final int ORDERS = 20;

    private ReadingChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("postings of a member come in their order, without gaps", ReadingChecks::ordered),
                Clause.of("postings of everybody come member by member, in their order", ReadingChecks::everybody),
                Clause.of("somebody unknown has nothing", trial -> unknown(trial.store())));
    }

    static void fill(Trial trial) {
        LoyaltyEngine loyalty = trial.engine(PLAIN);
        for (int i = 0; i < ORDERS; i++) {
            loyalty.purchase(order(i % 2 == 0 ? BEN : ANA, "o-" + i));
            loyalty.purchase(order(ANA, "a-" + i));
            trial.clock().passDays(3);
        }
    }

    private static void ordered(Trial trial) {
        fill(trial);
        List<Posting> all = trial.postings(ANA);
        Expect.equal("postings of Ana", ORDERS + ORDERS / 2, all.size());
        String hash = "";
        for (int i = 0; i < all.size(); i++) {
            Expect.equal(
                    "the member of a posting of Ana", ANA, all.get(i).header().member());
            Expect.equal("the version", i + 1L, all.get(i).header().version());
            Expect.equal("the hash of the one before " + i, hash, all.get(i).previousHash());
            hash = all.get(i).hash();
        }
    }

    private static void everybody(Trial trial) {
        fill(trial);
        Set<MemberId> over = new HashSet<>();
        Optional<Posting.Header> before = Optional.empty();
        for (Posting posting : trial.postings()) {
            Posting.Header header = posting.header();
            boolean same =
                    before.filter(last -> last.member().equals(header.member())).isPresent();
            Expect.that("all of " + header.member() + " are together", same || over.add(header.member()));
            Expect.equal(
                    "the version of " + header.requestId(),
                    same ? before.orElseThrow().version() + 1 : 1L,
                    header.version());
            before = Optional.of(header);
        }
        Expect.equal("members", Set.of(ANA, BEN), over);
        Expect.equal("postings", 2 * ORDERS, trial.postings().size());
    }

    private static void unknown(LoyaltyStore store) {
        try (Stream<Posting> all = store.postings();
                Stream<Posting> own = store.postings(ANA);
                Stream<Posting> page = store.postings(ANA, 0, 10)) {
            Expect.equal("postings of nobody", 0L, all.count() + own.count() + page.count());
        }
        Expect.equal("the account", Optional.empty(), store.find(ANA));
        Expect.equal("an order", Optional.empty(), store.order(ANA, "1"));
        Expect.equal("a posting", Optional.empty(), store.posting(ANA, "order/1@1"));
        Expect.equal("a profile", Optional.empty(), store.profile(ANA));
        Expect.equal("messages", List.of(), store.messages(10));
        Expect.equal("claims", List.of(), store.unsettled(Trial.FAR, 10));
        Expect.equal("a claimant", Optional.empty(), store.claimant("spring"));
        Expect.equal("what is taken", 0L, store.taken("spring"));
    }
}
