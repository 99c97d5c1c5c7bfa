package io.loyalty4j.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Law 3: the journal alone gives everything that is stored, and an altered journal is found out. */
class FoldLawTest {
    private static final int SCENARIOS = Math.min(100, Integer.getInteger("loyalty4j.laws.commands", 100_000) / 100);

    private final long seed = Chance.seed();

    @Test
    void foldingAJournalByApplyAloneGivesTheStoredAccountAndPositionsBitForBit() {
        for (int i = 0; i < SCENARIOS; i++) {
            LoyaltyStore store = played(i);
            for (MemberId member : Commands.MEMBERS) {
                List<Posting> postings = store.postings(member).toList();
                Account account = Account.of(member);
                for (Posting posting : postings) {
                    account = account.apply(posting);
                }
                assertThat(account)
                        .as("seed %d, case %d", seed, i)
                        .isEqualTo(store.find(member).orElse(account));
                postings.stream()
                        .flatMap(posting -> OrderBook.subject(posting).stream())
                        .distinct()
                        .forEach(order -> assertThat(OrderPosition.after(postings, order))
                                .as("seed %d, order %s", seed, order)
                                .isEqualTo(store.order(member, order)));
            }
        }
    }

    @Test
    void aJournalIsSoundAndOneThatWasAlteredIsNot() {
        Chance chance = Chance.of(seed);
        for (int i = 0; i < SCENARIOS; i++) {
            LoyaltyStore store = played(i);
            for (MemberId member : Commands.MEMBERS) {
                List<Posting> postings = store.postings(member).toList();
                if (postings.size() > 1) {
                    Account account = store.find(member).orElseThrow();
                    assertThat(Journal.of(account, postings).verify().findings())
                            .isEmpty();
                    List<Posting> altered = altered(postings, chance);
                    assertThat(Journal.of(account, altered).verify().sound())
                            .as("seed %d, case %d, %s", seed, i, altered)
                            .isFalse();
                }
            }
        }
    }

    /** One posting is lost, comes twice, changes places, is another day's, or has a word changed. */
    private static List<Posting> altered(List<Posting> postings, Chance chance) {
        List<Posting> altered = new ArrayList<>(postings);
        int at = chance.below(postings.size());
        Posting posting = postings.get(at);
        Posting.Header header = posting.header();
        switch (chance.below(4)) {
            case 0 -> altered.remove(at);
            case 1 -> altered.add(at, posting);
            case 2 ->
                altered.set(
                        at,
                        with(
                                posting,
                                new Posting.Header(
                                        header.member(),
                                        header.version(),
                                        header.kind(),
                                        header.requestId(),
                                        header.fingerprint(),
                                        header.order(),
                                        header.occurredAt().minusMillis(1),
                                        header.recordedAt(),
                                        header.programVersion(),
                                        header.person()),
                                posting.tierAfter()));
            default -> altered.set(at, with(posting, header, posting.tierAfter() + "!"));
        }
        return altered;
    }

    private static Posting with(Posting posting, Posting.Header header, String tier) {
        return new Posting(
                header,
                posting.awards(),
                posting.entries(),
                posting.changes(),
                posting.after(),
                tier,
                posting.previousHash());
    }

    private LoyaltyStore played(int n) {
        World world = new World(
                Scenarios.played(Chance.seed(seed, n), 40, true, new Statistics(), scenario -> {}), new Statistics());
        return world.run().store();
    }
}
