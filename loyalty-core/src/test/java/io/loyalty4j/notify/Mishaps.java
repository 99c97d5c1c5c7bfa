package io.loyalty4j.notify;

import io.loyalty4j.laws.Chance;
import io.loyalty4j.shop.MemberId;
import java.util.HashSet;
import java.util.Set;

/** What goes wrong: so many times in a thousand, until it is calm. */
final class Mishaps {
    private final Chance chance;
    private final int often;
    private final Set<MemberId> unreachable = new HashSet<>();
    private boolean calm;
    private int count;

    /**
     * What goes wrong in a life.
     *
     * @param often 0 for a life in which nothing does
     */
    Mishaps(Chance chance, int often) {
        this.chance = chance;
        this.often = often;
    }

    boolean happens(int of1000) {
        boolean now = !calm && chance.below(1_000) < of1000 * often;
        count += now ? 1 : 0;
        return now;
    }

    /** From now on nothing goes wrong. */
    void end() {
        calm = true;
        unreachable.clear();
    }

    /** Whoever tells this member something fails, or does not any more. */
    void turn(MemberId member) {
        if (often > 0 && !unreachable.remove(member)) {
            unreachable.add(member);
        }
    }

    boolean keepsFrom(MemberId member) {
        return unreachable.contains(member);
    }

    int count() {
        return count;
    }

    /** An error of others that a machine lives through. */
    void mayFail(int of1000) {
        if (happens(of1000)) {
            throw new Mishap();
        }
    }

    /** The end of a machine, or of its thread, wherever it is. */
    void mayDie(int of1000) {
        if (happens(of1000)) {
            Thread.currentThread().setUncaughtExceptionHandler((thread, known) -> {});
            throw new Death();
        }
    }

    static final class Mishap extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }
}
