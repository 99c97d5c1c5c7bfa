package io.loyalty4j;

import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Decision;
import io.loyalty4j.store.ForwardingStore;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Request;
import java.util.function.Predicate;

/** A store whose connection breaks when a test wants it to: before an update, or after it. */
final class HookedStore extends ForwardingStore {
    private Predicate<Request> before = request -> false;
    private Predicate<Request> after = request -> false;

    HookedStore() {
        this(LoyaltyStore.inMemory());
    }

    HookedStore(LoyaltyStore store) {
        super(store);
    }

    void breaksBefore(Predicate<Request> which) {
        this.before = which;
    }

    void breaksAfter(Predicate<Request> which) {
        this.after = which;
    }

    void holds() {
        breaksBefore(request -> false);
        breaksAfter(request -> false);
    }

    @Override
    public Commit update(Request request, Decision decision) {
        breakIf(before.test(request));
        Commit commit = store.update(request, decision);
        breakIf(after.test(request));
        return commit;
    }

    private static void breakIf(boolean broken) {
        if (broken) {
            throw new IllegalStateException("the connection broke");
        }
    }
}
