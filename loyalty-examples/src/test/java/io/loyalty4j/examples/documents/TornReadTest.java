package io.loyalty4j.examples.documents;

import static io.loyalty4j.earn.EarnRules.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents are read one after the other, and others book in between: what is decided without a write is decided on one state all the same. */
class TornReadTest {
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.named("plain")
            .currency("EUR")
            .zone("Europe/Berlin")
            .earn("base", points(1).per("1.00"))
            .build();
    private static final MemberId ANA = MemberId.of("ana");

    private final Interrupted documents = new Interrupted();
    private final LoyaltyEngine reader = engine();
    private final LoyaltyEngine writer = engine();
    private final Order order = Order.of(ANA, "A-1")
            .currency("EUR")
            .line(OrderLine.of("soap", "5.00").times(3));

    private LoyaltyEngine engine() {
        return LoyaltyEngine.builder(PROGRAM)
                .store(new DocumentLoyaltyStore(documents))
                .build();
    }

    @Test
    void anAuditFindsNothingThatIsNotThere() {
        writer.purchase(order);
        var journal = reader.journal(ANA);
        documents.beforeReading("order ", () -> writer.cancel(order));

        assertThat(journal.verify().findings()).isEmpty();
        assertThat(documents.interrupted()).isTrue();
    }

    /** Lets something happen just before a document of a kind is read, once. */
    private static final class Interrupted implements Documents {
        private final Documents documents = new InMemoryDocuments();
        private String kind = "";
        private Optional<Runnable> act = Optional.empty();
        private boolean done;

        void beforeReading(String what, Runnable happens) {
            kind = what;
            act = Optional.of(happens);
        }

        boolean interrupted() {
            return done;
        }

        @Override
        public Optional<Document> get(String id) {
            if (act.isPresent() && id.startsWith(kind)) {
                Runnable now = act.get();
                act = Optional.empty();
                done = true;
                now.run();
            }
            return documents.get(id);
        }

        @Override
        public Stream<Document> withPrefix(String prefix, String after) {
            return documents.withPrefix(prefix, after);
        }

        @Override
        public List<Document> below(String field, long bound, int limit) {
            return documents.below(field, bound, limit);
        }

        @Override
        public boolean write(Map<String, Optional<String>> seen, List<Document> changed) {
            return documents.write(seen, changed);
        }

        @Override
        public void delete(String id) {
            documents.delete(id);
        }
    }
}
