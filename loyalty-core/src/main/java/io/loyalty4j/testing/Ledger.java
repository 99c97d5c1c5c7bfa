package io.loyalty4j.testing;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.store.LoyaltyStore;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a store has, for people who look for what went wrong. */
final class Ledger {
    private static final int MOST = 40;

    private Ledger() {}

    static String of(LoyaltyStore store) {
        try (Stream<Posting> postings = store.postings()) {
            List<Posting> all = postings.toList();
            String last = all.stream()
                    .skip(Math.max(0, all.size() - MOST))
                    .map(Ledger::line)
                    .collect(Collectors.joining("\n"));
            return "The store has " + all.size() + " postings" + (all.size() > MOST ? ", at last" : "") + ":\n" + last;
        } catch (RuntimeException e) {
            return "The store's postings cannot be read: " + e;
        }
    }

    private static String line(Posting posting) {
        Posting.Header header = posting.header();
        return header.member() + " " + header.version() + " " + header.kind() + " " + header.requestId() + " "
                + header.recordedAt() + " " + posting.entries() + " " + posting.after();
    }
}
