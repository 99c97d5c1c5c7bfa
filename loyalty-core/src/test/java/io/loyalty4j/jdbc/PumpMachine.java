package io.loyalty4j.jdbc;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.notify.Patience;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * A process that tells what there is to tell until it is killed or hears nothing more: arguments are the database, the time limit in seconds, and an event
 * behind which it gets stuck for ever.
 */
final class PumpMachine {
    static final int THREADS = 4;

    private PumpMachine() {}

    public static void main(String[] args) throws Exception {
        UrlDataSource source = new UrlDataSource(args[0], "postgres", "postgres");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Database.Pool pool = Database.pooled(source, THREADS + 1, Duration.ofSeconds(20));
                Database.Pool other = Database.pooled(source, THREADS, Duration.ofSeconds(20))) {
            Received received = new Received(other);
            JdbcLoyaltyStore store = JdbcLoyaltyStore.on(pool);
            System.out.println("ready");
            in.readLine();
            try (LoyaltyEngine engine = LoyaltyEngine.builder(Newsmaker.PROGRAM)
                    .store(store)
                    .notifications(event -> tell(event, received, args[2]))
                    .patience(patience(Long.parseLong(args[1])))
                    .housekeepingEvery(Duration.ofMillis(20))
                    .build()) {
                engine.journal(Newsmaker.member(0));
                in.readLine();
            }
        }
    }

    /** Others may take over after four time limits. */
    private static Patience patience(long timeLimit) {
        return new Patience(
                10,
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Duration.ofSeconds(timeLimit),
                Duration.ofSeconds(4 * timeLimit),
                THREADS);
    }

    private static void tell(LoyaltyEvent event, Received received, String stuckBehind) throws SQLException {
        received.add(event.id());
        if (event.id().equals(stuckBehind)) {
            System.out.println("told " + event.id());
            new Semaphore(0).acquireUninterruptibly();
        }
    }
}
