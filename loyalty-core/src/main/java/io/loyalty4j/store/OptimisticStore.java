package io.loyalty4j.store;

import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A store on a database that can write a batch on one condition: what is left to do is reading and writing. It decides, tries again when others were
 * quicker, lets callers of one process that want the same account commit together, and does the sums of allotments. Thread-safe if what a subclass adds is.
 *
 * <p>Where the database fails, a subclass throws {@link AttemptFailed} if it may succeed next time or its answer was lost, and anything else to give up.
 * {@code LoyaltyStoreContract} in {@code io.loyalty4j.testing} tells whether it is right.
 */
public abstract class OptimisticStore implements LoyaltyStore {
    private final Retries retries;
    private final Updates updates;

    /** Tries as long as {@link Retries#DEFAULT} says. */
    protected OptimisticStore() {
        this(Retries.DEFAULT);
    }

    /** Nothing is asked of a subclass before the first call. */
    @SuppressWarnings("this-escape")
    protected OptimisticStore(Retries retries) {
        this.retries = retries;
        this.updates = new Updates(this::attempt, retries);
    }

    /** Reads what is wanted of one member: the account first, the postings last. */
    protected abstract Loaded load(Reading wanted);

    /**
     * Writes all of a batch with its messages, and the contact as {@link Contact#after} says, or nothing.
     *
     * @return whether it was written: not if the account has another version than {@link Batch#before} now, of which version 0 is none, or if the contact is
     *     no longer the one that {@link Contact#after} was given
     */
    protected abstract boolean write(Batch batch);

    /** An allotment as it is now; {@link Allotment#of} a name under which there is none. */
    protected abstract Allotment allotment(String name);

    /**
     * Writes an allotment. One of which nothing is taken equals {@link Allotment#of}, whether it is kept or not.
     *
     * @return whether it was written: not if it no longer equals the one that was seen
     */
    protected abstract boolean replace(Allotment seen, Allotment next);

    /** Each member by itself. */
    private Set<MemberId> attempt(int number, List<Reading> wanted, Function<Loaded, Optional<Batch>> decide) {
        Set<MemberId> lost = new HashSet<>();
        for (Reading one : wanted) {
            Loaded loaded = load(one);
            Optional<Batch> batch = decide.apply(loaded);
            if (batch.isPresent() ? !write(batch.get()) : torn(one, loaded)) {
                lost.add(one.member());
            }
        }
        return lost;
    }

    /** What is written proves that nobody wrote meanwhile. Where nothing is, an order that was read behind its account may be ahead of it. */
    private boolean torn(Reading wanted, Loaded loaded) {
        Reading account = new Reading(wanted.member(), Set.of(), Set.of());
        return !wanted.orders().isEmpty()
                && load(account).account().version() != loaded.account().version();
    }

    @Override
    public final Commit update(Request request, Decision decision) {
        return updates.update(request, decision);
    }

    @Override
    public final List<Commit> updateAll(List<Unit> units) {
        return updates.updateEach(units);
    }

    @Override
    public final long claim(String allotment, String claimant, long wanted, long limit, Instant at) {
        return changed(allotment, seen -> seen.claimed(claimant, wanted, limit, at))
                .granted(claimant);
    }

    @Override
    public final void settle(String allotment, String claimant, long used) {
        changed(allotment, seen -> seen.settled(claimant, used));
    }

    private Allotment changed(String name, UnaryOperator<Allotment> change) {
        return retries.run(number -> changedOnce(allotment(name), change), "a claim of " + name);
    }

    private Allotment changedOnce(Allotment seen, UnaryOperator<Allotment> change) {
        Allotment next = change.apply(seen);
        if (!next.equals(seen) && !replace(seen, next)) {
            throw AttemptFailed.undone(new IllegalStateException("others took of " + seen.name() + " meanwhile"));
        }
        return next;
    }

    @Override
    public final long taken(String allotment) {
        return allotment(allotment).taken();
    }

    @Override
    public final Optional<String> claimant(String allotment) {
        return allotment(allotment).claimant();
    }
}
