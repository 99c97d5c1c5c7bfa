package io.loyalty4j.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Those of one process who want to write one account. Whoever comes to the front decides and commits for all who wait, so that a busy account costs one
 * commit for many callers instead of a fight for each.
 */
final class Line {
    private static final int MOST = 64;

    private final ReentrantLock front = new ReentrantLock();
    private final Deque<Place> waiting = new ArrayDeque<>();
    private int users;

    /** To be called under the map's lock. */
    Line joined() {
        users++;
        return this;
    }

    /** Whether nobody uses it any more. To be called under the map's lock. */
    boolean left() {
        users--;
        return users == 0;
    }

    /** The answer to a unit; empty if its turn did not come in time, and nothing was done for it. */
    Optional<Answer> answer(Unit unit, Retries retries, Function<List<Unit>, List<Answer>> commit) {
        Place own = new Place(unit);
        synchronized (waiting) {
            waiting.add(own);
        }
        if (!atTheFront(retries)) {
            if (withdrawn(own)) {
                return Optional.empty();
            }
            front.lock();
        }
        try {
            while (own.answer.isEmpty()) {
                commitFirst(commit);
            }
        } finally {
            front.unlock();
        }
        return own.answer;
    }

    private boolean atTheFront(Retries retries) {
        try {
            return front.tryLock(retries.deadline().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean withdrawn(Place own) {
        synchronized (waiting) {
            return waiting.remove(own);
        }
    }

    private void commitFirst(Function<List<Unit>, List<Answer>> commit) {
        List<Place> group = new ArrayList<>();
        synchronized (waiting) {
            while (!waiting.isEmpty() && group.size() < MOST) {
                group.add(waiting.remove());
            }
        }
        List<Answer> answers =
                undisturbed(commit, group.stream().map(place -> place.unit).toList());
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer = Optional.of(answers.get(i));
        }
    }

    /** The thread's interruption is its own affair, and not that of those for whom it commits. */
    private static List<Answer> undisturbed(Function<List<Unit>, List<Answer>> commit, List<Unit> units) {
        boolean interrupted = units.size() > 1 && Thread.interrupted();
        try {
            return commit.apply(units);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One who waits; the answer is written and read at the front alone. */
    private static final class Place {
        private final Unit unit;
        private Optional<Answer> answer = Optional.empty();

        private Place(Unit unit) {
            this.unit = unit;
        }
    }
}
