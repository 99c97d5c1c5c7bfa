package io.loyalty4j.examples.notifications;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The ids of the events that something was done about. A real receiver has a table with the id as its key, and inserts into it in the transaction that does
 * something; this one forgets with its process, and the oldest ids first.
 */
final class SeenEvents {
    private static final int MOST = 100_000;

    private final Set<String> ids = new LinkedHashSet<>();

    /** One at a time: who comes again while it is being done waits for what becomes of it. If it throws, it may come again. */
    synchronized void once(String id, Runnable action) {
        if (ids.contains(id)) {
            return;
        }
        action.run();
        ids.add(id);
        if (ids.size() > MOST) {
            ids.remove(ids.iterator().next());
        }
    }
}
