package io.loyalty4j.program;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Misses of the last hour by member; those who missed longest ago are forgotten first. */
final class MissesPerHour implements AttemptLimiter {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_MEMBERS = 100_000;
    private static final int MOST_MISSES = 1_000;

    private final int most;
    private final Map<MemberId, Deque<Instant>> misses = new LinkedHashMap<>();

    MissesPerHour(int most) {
        if (most < 1 || most > MOST_MISSES) {
            throw new IllegalArgumentException(most + " misses in an hour are not between 1 and " + MOST_MISSES);
        }
        this.most = most;
    }

    @Override
    public synchronized boolean allows(Order order, Instant now) {
        Deque<Instant> own = misses.get(order.member());
        return own == null || own.stream().filter(at -> counts(at, now)).count() < most;
    }

    private static boolean counts(Instant miss, Instant now) {
        return miss.plus(HOUR).isAfter(now);
    }

    @Override
    public synchronized void missed(Order order, Instant now) {
        Deque<Instant> own = misses.remove(order.member());
        Deque<Instant> next = own == null ? new ArrayDeque<>() : own;
        next.removeIf(miss -> !counts(miss, now));
        next.addLast(now);
        if (next.size() > most) {
            next.removeFirst();
        }
        misses.put(order.member(), next);
        if (misses.size() > MOST_MEMBERS) {
            Iterator<MemberId> longestAgo = misses.keySet().iterator();
            longestAgo.next();
            longestAgo.remove();
        }
    }
}
