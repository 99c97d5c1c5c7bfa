package io.loyalty4j.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The journal proves itself: whatever of it is altered, left out or put in, and nothing else, makes it unsound. */
class VerificationTest {
    private final Life life = Life.lived();
    private final List<Posting> postings = life.postings();
    private final Account stored = life.stored();

    private boolean sound(List<Posting> some) {
        return Journal.of(stored, some).verify().sound();
    }

    /** Where the journal can go on without those before it. */
    private int checkpoint() {
        return postings.stream()
                .map(posting -> posting.header().kind())
                .toList()
                .indexOf(Posting.Kind.CHECKPOINT);
    }

    private boolean soundWith(int index, Posting instead) {
        List<Posting> altered = new ArrayList<>(postings);
        altered.set(index, instead);
        return sound(altered);
    }

    @Test
    void asItWasWrittenItIsSound() {
        assertThat(sound(postings)).isTrue();
        assertThat(postings).extracting(posting -> posting.header().kind()).contains(Posting.Kind.values());
    }

    @Test
    void itIsALifeInWhichEveryChangeAndEveryMoveHappens() {
        assertThat(postings.stream().flatMap(posting -> posting.changes().stream()))
                .extracting(Object::getClass)
                .extracting(Class::getSimpleName)
                .contains(Stream.of(Change.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toArray(String[]::new));
        Set<String> moves = new TreeSet<>();
        Entry.moves().forEach((from, all) -> all.forEach(to -> moves.add(from + " to " + to)));
        assertThat(postings.stream().flatMap(posting -> posting.entries().stream()))
                .extracting(entry -> entry.from() + " to " + entry.to())
                .containsAll(moves);
    }

    @Nested
    class Unsound {
        /** But for those before a checkpoint, all of them: they may have been archived. */
        @Test
        void isAJournalInWhichPostingsAreMissing() {
            for (int from = 0; from < postings.size(); from++) {
                for (int to = from + 1; to <= postings.size(); to++) {
                    List<Posting> fewer = new ArrayList<>(postings.subList(0, from));
                    fewer.addAll(postings.subList(to, postings.size()));
                    assertThat(sound(fewer))
                            .as("without postings %s to %s", from + 1, to)
                            .isEqualTo(from == 0 && to <= checkpoint());
                }
            }
        }

        @Test
        void isAJournalInWhichAPostingIsThereTwiceOrElsewhere() {
            for (int i = 0; i < postings.size(); i++) {
                for (int j = 0; j < postings.size(); j++) {
                    List<Posting> more = new ArrayList<>(postings);
                    more.add(j, postings.get(i));
                    assertThat(sound(more)).as("%s again at %s", i, j).isFalse();
                    List<Posting> swapped = new ArrayList<>(postings);
                    Collections.swap(swapped, i, j);
                    assertThat(sound(swapped)).as("%s and %s swapped", i, j).isEqualTo(i == j);
                }
            }
        }

        @Test
        void isAnAccountThatIsNotTheOneStored() {
            for (Object other : Alterations.of(stored)) {
                assertThat(Journal.of((Account) other, postings).verify().sound())
                        .as("%s", other)
                        .isFalse();
            }
        }

        @Test
        void isAnyPostingOfWhichAnyPartIsAltered() {
            int count = 0;
            for (int i = 0; i < postings.size(); i++) {
                for (Object other : Alterations.of(postings.get(i))) {
                    assertThat(soundWith(i, (Posting) other))
                            .as("posting %s altered from%n%s%nto%n%s", i + 1, postings.get(i), other)
                            .isFalse();
                    count++;
                }
            }
            assertThat(count).isGreaterThan(1_000);
        }
    }
}
