package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;
import static io.loyalty4j.testing.Trial.BEN;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Posting;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The journal, read in parts. */
final class PageChecks {
    private static final int ORDERS = 20;

    private PageChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("pages of postings are parts of the whole", PageChecks::pages),
                Clause.of("a stream may be left before its end, and read again", PageChecks::leaves),
                Clause.of("what is read is not moved by what is written meanwhile", PageChecks::meanwhile));
    }

    private static void pages(Trial trial) {
        ReadingChecks.fill(trial);
        List<String> all = trial.postings(ANA).stream().map(Alike::digest).toList();
        for (int after : new int[] {0, 1, 7, all.size() - 1, all.size(), all.size() + 5}) {
            for (int limit : new int[] {0, 1, 5, all.size(), 1_000}) {
                int from = Math.min(after, all.size());
                List<String> expected = all.subList(from, Math.min(from + limit, all.size()));
                try (Stream<Posting> page = trial.store().postings(ANA, after, limit)) {
                    Expect.equal(
                            "at most " + limit + " postings after the version " + after,
                            expected,
                            page.map(Alike::digest).toList());
                }
            }
        }
    }

    private static void leaves(Trial trial) {
        ReadingChecks.fill(trial);
        for (int i = 0; i < 50; i++) {
            try (Stream<Posting> some = trial.store().postings()) {
                Iterator<Posting> one = some.iterator();
                one.next();
            }
        }
        Expect.equal("postings", 2 * ORDERS, trial.postings().size());
    }

    private static void meanwhile(Trial trial) {
        ReadingChecks.fill(trial);
        LoyaltyEngine loyalty = trial.engine(PLAIN);
        int read = 0;
        try (Stream<Posting> own = trial.store().postings(ANA)) {
            for (Iterator<Posting> each = own.iterator(); each.hasNext(); read++) {
                Expect.equal("the version", read + 1L, each.next().header().version());
                if (read == 0) {
                    loyalty.purchase(order(BEN, "while-reading"));
                }
            }
        }
        Expect.equal("postings read", ORDERS + ORDERS / 2, read);
    }
}
