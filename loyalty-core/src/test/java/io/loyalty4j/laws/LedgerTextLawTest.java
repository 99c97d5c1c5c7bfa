package io.loyalty4j.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a store would keep as text is the same when it is read back, whatever has happened. */
class LedgerTextLawTest {
    private static final int SCENARIOS = Math.min(20, Integer.getInteger("loyalty4j.laws.commands", 100_000) / 800);

    private final long seed = Chance.seed();

    @Test
    void everyPostingComesBackWithItsHashItsReceiptAndItsText() {
        Set<Class<?>> kinds = new HashSet<>();
        for (int i = 0; i < SCENARIOS; i++) {
            LoyaltyStore store = new World(scenario(i), new Statistics()).run().store();
            for (MemberId member : Commands.MEMBERS) {
                for (Posting posting : store.postings(member).toList()) {
                    String text = LedgerText.posting(posting);
                    Posting read = LedgerText.posting(text);

                    assertThat(read.hash()).isEqualTo(posting.hash());
                    assertThat(read).isEqualTo(posting);
                    assertThat(LedgerText.posting(read)).isEqualTo(text);
                    assertThat(new Receipt(read).explain()).isEqualTo(new Receipt(posting).explain());
                    assertThat(LedgerText.changes(LedgerText.changes(posting.changes())))
                            .isEqualTo(read.changes());
                    posting.awards()
                            .forEach(award -> assertThat(LedgerText.reason(LedgerText.reason(award.reason())))
                                    .isEqualTo(award.reason()));
                    posting.changes().forEach(change -> kinds.add(change.getClass()));
                }
            }
        }
        assertThat(kinds)
                .contains(
                        Change.LotOpened.class,
                        Change.LotReopened.class,
                        Change.HoldSet.class,
                        Change.HoldClosed.class,
                        Change.StandingSet.class,
                        Change.CounterSet.class,
                        Change.OrderSet.class,
                        Change.RewardApplied.class,
                        Change.ProgramAdopted.class);
    }

    @Test
    void afterEveryPostingTheAccountAndItsPositionsComeBackFromTheirText() {
        for (int i = 0; i < SCENARIOS; i++) {
            LoyaltyStore store = new World(scenario(i), new Statistics()).run().store();
            for (MemberId member : Commands.MEMBERS) {
                Account account = Account.of(member);
                Account stored = account;
                List<Posting> read = new ArrayList<>();
                for (Posting posting : store.postings(member).toList()) {
                    account = account.apply(posting);
                    read.add(LedgerText.posting(LedgerText.posting(posting)));
                    stored = LedgerText.account(member, LedgerText.account(stored.apply(read.get(read.size() - 1))));
                    assertThat(LedgerText.account(stored)).isEqualTo(LedgerText.account(account));
                    assertThat(ofPieces(account)).isEqualTo(account);
                }
                assertThat(stored).as("seed %d, case %d", seed, i).isEqualTo(account);
                List<Posting> postings = store.postings(member).toList();
                assertThat(Journal.of(stored, read).statement())
                        .isEqualTo(Journal.of(account, postings).statement());
                assertThat(Journal.of(stored, read).verify().findings()).isEmpty();
                read.stream()
                        .flatMap(posting -> OrderBook.subject(posting).stream())
                        .distinct()
                        .forEach(order -> samePosition(
                                OrderPosition.after(postings, order).orElseThrow(),
                                OrderPosition.after(read, order).orElseThrow()));
            }
        }
    }

    private static void samePosition(OrderPosition position, OrderPosition folded) {
        String text = LedgerText.position(position);
        assertThat(LedgerText.position(folded)).isEqualTo(text);
        assertThat(LedgerText.position(position.member(), text)).isEqualTo(position);
    }

    private static Account ofPieces(Account account) {
        return LedgerText.account(
                account.member(),
                account.version(),
                account.hash(),
                LedgerText.life(account),
                account.lots().stream()
                        .map(LedgerText::lot)
                        .<Lot>map(LedgerText::lot)
                        .toList(),
                account.holds().stream()
                        .map(hold -> LedgerText.hold(LedgerText.hold(hold)))
                        .toList(),
                account.counters().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                counter -> LedgerText.counter(LedgerText.counter(counter.getValue())))));
    }

    /** Decisions look at what was read back as they look at what was never written. */
    @Test
    void anEngineBooksTheSameOnAStoreThatKeepsTexts() {
        int postings = 0;
        for (int i = 0; i < SCENARIOS; i++) {
            LoyaltyStore memory = new World(scenario(i), new Statistics()).run().store();
            LoyaltyStore texts = new World(scenario(i), new Statistics(), new WrittenStore())
                    .run()
                    .store();
            List<Posting> read = texts.postings().toList();
            assertThat(read)
                    .as("seed %d, case %d", seed, i)
                    .isEqualTo(memory.postings().toList());
            postings += read.size();
        }
        assertThat(postings).isGreaterThan(SCENARIOS);
    }

    @Test
    void aJournalThatWasReadBackIsLivedOnceMoreTheSameUnderWhateverProgram() {
        for (int i = 0; i < SCENARIOS; i++) {
            LoyaltyProgram other = scenario(i + 1).program().built();
            LoyaltyStore store = new World(scenario(i), new Statistics()).run().store();
            for (MemberId member : Commands.MEMBERS) {
                List<Posting> postings = store.postings(member).toList();
                Account account = store.find(member).orElseGet(() -> Account.of(member));
                List<Posting> read = postings.stream()
                        .map(LedgerText::posting)
                        .map(LedgerText::posting)
                        .toList();
                assertThat(Journal.of(account, read).under(other).journal().postings())
                        .isEqualTo(Journal.of(account, postings)
                                .under(other)
                                .journal()
                                .postings());
            }
        }
    }

    private Scenario scenario(int n) {
        return Scenarios.played(Chance.seed(seed, n), 40, true, new Statistics(), each -> {});
    }
}
