package io.loyalty4j.jdbc;

import java.util.List;

/** The same as {@link ErrandMachine} over two servers: arguments are both databases, the seed, and where to begin. */
final class ShardedErrandMachine {
    private ShardedErrandMachine() {}

    public static void main(String[] args) {
        try (ShardedPostgres sharded = new ShardedPostgres(List.of(database(args[0]), database(args[1])))) {
            ErrandMachine.run(sharded.store(), Long.parseLong(args[2]), Integer.parseInt(args[3]));
        }
    }

    private static UrlDataSource database(String url) {
        return new UrlDataSource(url, "postgres", "postgres");
    }
}
