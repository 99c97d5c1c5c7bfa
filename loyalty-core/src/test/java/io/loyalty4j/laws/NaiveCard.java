package io.loyalty4j.laws;

import io.loyalty4j.earn.Counter;
import java.util.Optional;

/** A stamp card, stamped one by one. Returns of orders that had filled it may leave it full: then the next stamp tells. */
record NaiveCard(long stamps, long size, long worth, long nextSize, long nextWorth, long most) {
    static NaiveCard open(RuleSpec rule, Optional<Counter> counter) {
        long stamps = counter.map(Counter::value).orElse(0L);
        long nextSize = Long.parseLong(rule.amount());
        long most = rule.caps().stream()
                .filter(cap -> !cap.inPoints() && cap.per().isEmpty())
                .mapToLong(CapSpec::most)
                .min()
                .orElse(Long.MAX_VALUE);
        String[] terms = stamps > 0
                ? counter.get().terms().orElseThrow().split("/", -1)
                : new String[] {"" + nextSize, "" + rule.points()};
        return new NaiveCard(stamps, Long.parseLong(terms[0]), Long.parseLong(terms[1]), nextSize, rule.points(), most);
    }

    /** Points for so many stamps. */
    long points(long more) {
        return stamped(more)[0];
    }

    /** Stamps on the open card after so many more. */
    long after(long more) {
        return stamped(more)[1];
    }

    private long[] stamped(long more) {
        long points = 0;
        long on = stamps;
        long full = size;
        long pays = worth;
        for (long i = 0; i < Math.min(more, most); i++) {
            on++;
            while (on >= full) {
                points += pays;
                on -= full;
                full = nextSize;
                pays = nextWorth;
            }
        }
        return new long[] {points, on};
    }
}
