package io.loyalty4j.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A journal goes on from a checkpoint without the postings before it, and proves itself no less. */
class CheckpointTest {
    private final Life life = Life.lived();
    private final List<Posting> postings = life.postings();
    private final int checkpoint = place();

    private int place() {
        return postings.stream()
                .map(posting -> posting.header().kind())
                .toList()
                .indexOf(Posting.Kind.CHECKPOINT);
    }

    private List<String> findings(List<Posting> some) {
        return Journal.of(life.stored(), some).verify().findings();
    }

    @Test
    void theJournalIsSoundWithoutAnyOfThePostingsBeforeIt() {
        assertThat(checkpoint).isGreaterThan(20);
        for (int from = 0; from <= checkpoint; from++) {
            assertThat(findings(postings.subList(from, postings.size())))
                    .as("from %s", from)
                    .isEmpty();
        }
    }

    @Test
    void butNotWithoutTheCheckpointItself() {
        for (int from = checkpoint + 1; from < postings.size(); from++) {
            assertThat(findings(postings.subList(from, postings.size()))).isNotEmpty();
        }
    }

    @Test
    void whateverIsAlteredFromTheCheckpointOnIsFound() {
        List<Posting> live = postings.subList(checkpoint, postings.size());
        for (int i = 0; i < live.size(); i++) {
            for (Object other : Alterations.of(live.get(i))) {
                List<Posting> altered = new ArrayList<>(live);
                altered.set(i, (Posting) other);
                assertThat(findings(altered)).as("%s: %s", i, other).isNotEmpty();
            }
        }
    }

    @Test
    void whateverIsAlteredOfThoseLeftBeforeItIsFoundByTheChain() {
        List<Posting> live = postings.subList(checkpoint - 5, postings.size());
        for (int i = 1; i < 5; i++) {
            for (Object other : Alterations.of(live.get(i))) {
                List<Posting> altered = new ArrayList<>(live);
                altered.set(i, (Posting) other);
                assertThat(findings(altered)).as("%s: %s", i, other).isNotEmpty();
            }
        }
    }

    @Test
    void itFoldsToTheAccountThatIsStored() {
        Account account = Account.of(Shop.ANA);
        for (Posting posting : postings.subList(checkpoint, postings.size())) {
            account = account.apply(posting);
        }
        assertThat(account).isEqualTo(life.stored());
    }

    @Test
    void itChangesNothingAndIsNotToldTwice() {
        List<Posting> until = postings.subList(0, checkpoint);
        Account before = folded(until);
        Posting told = Journal.of(before, until).checkpoint().orElseThrow();
        assertThat(told).isEqualTo(postings.get(checkpoint));
        Account after = before.apply(told);
        assertThat(after.lots()).isEqualTo(before.lots());
        assertThat(after.standing()).isEqualTo(before.standing());
        assertThat(after.counters()).isEqualTo(before.counters());
        assertThat(Journal.of(after, postings.subList(0, checkpoint + 1)).checkpoint())
                .isEmpty();
        assertThat(Journal.of(Account.of(Shop.ANA), List.of()).checkpoint()).isEqualTo(Optional.empty());
    }

    @Test
    void anUnsoundJournalHasNone() {
        List<Posting> until = postings.subList(0, checkpoint);
        Account other = folded(postings.subList(0, checkpoint - 1));
        assertThatThrownBy(() -> Journal.of(other, until).checkpoint()).isInstanceOf(CorruptAccountException.class);
    }

    @Test
    void whatNeedsThePostingsThatWereArchivedSaysSo() {
        Journal journal = Journal.of(life.stored(), postings.subList(checkpoint, postings.size()));
        String last = "2027-01-01";
        assertThat(journal.asOf(last))
                .isEqualTo(Journal.of(life.stored(), postings).asOf(last));
        assertThatThrownBy(() -> journal.asOf("2026-06-02")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> journal.occurredBy(last)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> journal.order("early"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("archived");
    }

    private static Account folded(List<Posting> some) {
        Account account = Account.of(Shop.ANA);
        for (Posting posting : some) {
            account = account.apply(posting);
        }
        return account;
    }
}
