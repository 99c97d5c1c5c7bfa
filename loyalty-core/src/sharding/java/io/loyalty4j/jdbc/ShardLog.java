package io.loyalty4j.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** What the shards were told, in one order. Safe for threads. */
final class ShardLog {
    static final String COMMIT = "commit";

    private final Queue<Told> told = new ConcurrentLinkedQueue<>();

    /** A statement that a shard has run, or a commit. */
    record Told(String shard, String sql) {}

    void add(String shard, String sql) {
        told.add(new Told(shard, sql));
    }

    void clear() {
        told.clear();
    }

    List<Told> all() {
        return List.copyOf(told);
    }

    /** The shards that were told anything. */
    Set<String> shards() {
        return told.stream().map(Told::shard).collect(Collectors.toSet());
    }

    /** What was told up to each commit, that included, if one thread alone has worked. */
    List<List<Told>> transactions() {
        List<List<Told>> ended = new ArrayList<>();
        List<Told> going = new ArrayList<>();
        for (Told each : told) {
            going.add(each);
            if (each.sql().equals(COMMIT)) {
                ended.add(going);
                going = new ArrayList<>();
            }
        }
        return ended;
    }
}
