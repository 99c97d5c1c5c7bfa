package io.loyalty4j.testing;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Decision;
import io.loyalty4j.store.ForwardingStore;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A store in memory that notes what it is asked to book, and how it was answered, in the order in which it was. Thread-safe. */
final class Overheard extends ForwardingStore {
    private final List<Said> said = new ArrayList<>();
    private final Map<MemberId, Long> versions = new HashMap<>();

    Overheard() {
        super(LoyaltyStore.inMemory());
    }

    /** What was asked and answered. */
    record Said(Request request, Commit commit) {}

    @Override
    public Commit update(Request request, Decision decision) {
        Commit commit = store.update(request, decision);
        note(request, commit);
        return commit;
    }

    private synchronized void note(Request request, Commit commit) {
        said.add(new Said(request, commit));
        if (commit instanceof Commit.Applied applied) {
            applied.postings()
                    .forEach(posting -> versions.merge(
                            posting.header().member(), posting.header().version(), Math::max));
        }
    }

    /** What was noted since this was asked last. */
    synchronized List<Said> since() {
        List<Said> all = List.copyOf(said);
        said.clear();
        return all;
    }

    /** How many postings each member has. */
    synchronized Map<MemberId, Long> versions() {
        return Map.copyOf(versions);
    }
}
