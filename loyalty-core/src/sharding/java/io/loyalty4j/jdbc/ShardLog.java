package io.loyalty4j.jdbc;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** What the shards were told, in one order. Safe for threads. */
final class ShardLog {
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();

    /** A statement that a shard has run. */
    record Told(String shard, String sql) {
        boolean writes() {
            return sql.matches("(?is)\\s*(insert|update|delete|truncate|create).*");
        }

        boolean locks() {
            return sql.matches("(?is).*\\sfor update\\s*");
        }
    }

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
}
