package io.loyalty4j;

import io.loyalty4j.LoyaltyEngine.DueReport;
import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.notify.Notifications;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Notice;
import io.loyalty4j.store.Request;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books what fell due and new versions of the program, batch by batch, and watches the clock: a wrong one would let points lapse that nobody can give back. */
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(LoyaltyEngine.class);
    private static final int BATCH = 256;
    /** What is left is counted up to here. */
    static final int MOST_COUNTED = 10_000;

    private final LoyaltyProgram program;
    private final LoyaltyStore store;
    private final Clock clock;
    private final Booking booking;
    private final Notifications notifications;
    private final ClockWatch watch;
    /** Members of this round for whom nothing could be booked; the next round tries them again. */
    private final Set<MemberId> left = ConcurrentHashMap.newKeySet();

    Housekeeping(
            LoyaltyProgram program, LoyaltyStore store, Clock clock, Booking booking, Notifications notifications) {
        this.program = program;
        this.store = store;
        this.clock = clock;
        this.booking = booking;
        this.notifications = notifications;
        this.watch = new ClockWatch(clock.instant());
    }

    DueReport run() {
        Instant now = clock.instant();
        if (watch.jumped(now)) {
            LOG.warn(
                    "The clock went from {} to {} and no such time has passed; nothing is booked as due until runDue({}) confirms it",
                    watch.seen(),
                    now,
                    now);
            return new DueReport(0, 0, 0, 0, 0, false, true);
        }
        return run(now);
    }

    DueReport run(Instant confirmed) {
        Instant now = clock.instant();
        Instant until = confirmed.isBefore(now) ? confirmed : now;
        watch.look(until);
        Round due = round(until, BATCH, limit -> store.due(until, limit));
        Round behind = round(until, BATCH - due.size(), limit -> behind(until, limit));
        Deliveries.Round delivered = booking.deliveries().deliverWaiting(BATCH);
        int settled = booking.budgets().settleLeftBehind(until, BATCH);
        Notifications.Round told = notifications.deliver(BATCH);
        boolean books = due.more() || behind.more();
        int remaining = books ? remaining(until) : 0;
        boolean more = books || delivered.more() || settled == BATCH;
        if (!more) {
            left.clear();
            booking.deliveries().startOver();
        }
        return new DueReport(
                due.booked() + behind.booked(),
                delivered.booked(),
                told.told(),
                remaining,
                store.count(Notice.State.PARKED),
                more || told.more(),
                false);
    }

    /** Members for whom this round has still something to book, as far as they are counted. */
    private int remaining(Instant until) {
        return (int) Stream.concat(store.due(until, MOST_COUNTED).stream(), behind(until, MOST_COUNTED).stream())
                .filter(member -> !left.contains(member))
                .distinct()
                .limit(MOST_COUNTED)
                .count();
    }

    /** Members whom this version of the program has not reached, if it is in force. */
    private List<MemberId> behind(Instant until, int limit) {
        return program.inForceFrom().isAfter(until) ? List.of() : store.adoptedBefore(program.inForceFrom(), limit);
    }

    /** Books for so many of the members that are found, those aside for whom it failed before. */
    private Round round(Instant until, int room, IntFunction<List<MemberId>> found) {
        List<MemberId> members = found.apply(room + left.size() + 1).stream()
                .filter(member -> !left.contains(member))
                .toList();
        List<MemberId> batch = members.subList(0, Math.min(room, members.size()));
        int booked = 0;
        for (MemberId member : batch) {
            if (booked(member, until)) {
                booked++;
            } else {
                left.add(member);
            }
        }
        return new Round(batch.size(), booked, members.size() > room);
    }

    /** Whether something was booked for a member; one whose account or store fails is left for later, so that the others are not. */
    private boolean booked(MemberId member, Instant until) {
        try {
            Commit commit =
                    store.update(Request.of(member), state -> Decisions.due(program, state, Circumstances.at(until)));
            return commit instanceof Commit.Applied applied
                    && !applied.postings().isEmpty();
        } catch (RuntimeException e) {
            LOG.error("What fell due for {} could not be booked", member, e);
            return false;
        }
    }

    /** What became of members whom a round looked at, and whether there were others. */
    private record Round(int size, int booked, boolean more) {}
}
