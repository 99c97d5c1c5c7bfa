package io.loyalty4j.jdbc;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.Command;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.util.List;

/** A process that does errands until it is killed, and tells of each before it begins the next: arguments are the database, the seed, and where to begin. */
final class ErrandMachine {
    /** Before every so many commands comes a sweep. */
    private static final int SWEEP = 10;

    /** More than any process comes to. */
    static final int ALL = 4_000;

    private ErrandMachine() {}

    public static void main(String[] args) {
        UrlDataSource source = new UrlDataSource(args[0], "postgres", "postgres");
        try (Database.Pool pool = Database.pooled(source, 4, Duration.ofSeconds(20))) {
            run(JdbcLoyaltyStore.on(pool), Long.parseLong(args[1]), Integer.parseInt(args[2]));
        }
    }

    /** All errands from {@code begin} on. */
    static void run(LoyaltyStore store, long seed, int begin) {
        HandClock clock = HandClock.at(Errands.at(begin).toString());
        LoyaltyEngine engine = Errands.engine(store, clock);
        Errands.sweep(engine, clock.instant());
        List<Command> commands = Errands.of(seed, ALL);
        for (int number = begin; number < ALL; number++) {
            System.out.println(number + " " + run(engine, clock, commands.get(number), number));
        }
    }

    /** What became of a command, in words. */
    static String run(LoyaltyEngine engine, HandClock clock, Command command, int number) {
        clock.set(Errands.at(number));
        if (number % SWEEP == 0) {
            Errands.sweep(engine, clock.instant());
        }
        Outcome outcome = engine.execute(command);
        return outcome.refusal()
                .map(why -> "Refused " + why.code())
                .orElseGet(() -> outcome.getClass().getSimpleName() + " "
                        + outcome.receipt().posting().hash());
    }
}
