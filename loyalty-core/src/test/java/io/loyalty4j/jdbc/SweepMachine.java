package io.loyalty4j.jdbc;

import io.loyalty4j.LoyaltyEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A process that books what fell due, when it is told to: arguments are the database and the instant. */
final class SweepMachine {
    private SweepMachine() {}

    public static void main(String[] args) throws Exception {
        UrlDataSource source = new UrlDataSource(args[0], "postgres", "postgres");
        Instant now = Instant.parse(args[1]);
        try (Database.Pool pool = Database.pooled(source, 4, Duration.ofSeconds(20))) {
            LoyaltyEngine engine = Errands.engine(JdbcLoyaltyStore.on(pool), Clock.fixed(now, ZoneOffset.UTC));
            System.out.println("ready");
            System.in.read();
            Errands.sweep(engine, now);
            System.out.println("done");
        }
    }
}
