package io.loyalty4j.insight;

import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Lot;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An ageing as it is added up, member by member. */
final class AgeingSums {
    private final ZoneId zone;
    private final SortedMap<YearMonth, Outstanding> byMonth = new TreeMap<>();
    private Outstanding never = Outstanding.NOTHING;
    private long debt;

    AgeingSums(ZoneId zone) {
        this.zone = zone;
    }

    void add(Lot lot, Optional<Instant> idleAt) {
        Outstanding points = new Outstanding(lot.in(Bucket.PENDING), lot.in(Bucket.AVAILABLE), lot.in(Bucket.HELD));
        Optional<Instant> lapse = lot.lapses(idleAt);
        if (lapse.isEmpty()) {
            never = never.plus(points);
        } else {
            byMonth.merge(YearMonth.from(lapse.get().atZone(zone)), points, Outstanding::plus);
        }
    }

    void owed(long points) {
        debt = Math.addExact(debt, points);
    }

    Ageing ageing() {
        return new Ageing(byMonth, never, debt);
    }
}
