package io.loyalty4j.jdbc;

import io.loyalty4j.store.AtOnce;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** FAULTS 1 and 2 with real processes: one that books is killed by {@code kill -9} at any instant, and another goes on where it left off. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class KilledProcessTest {
    private static final int KILLS = Integer.getInteger("loyalty4j.chaos.kills", 10);
    private static final int SHOPS = 2;
    private static final long SEED = Long.getLong("loyalty4j.chaos.seed", System.nanoTime());

    @Test
    void what_killed_processes_told_is_there_and_each_command_has_one_effect() throws Exception {
        System.out.printf(Locale.ROOT, "Killed processes: seed %d%n", SEED);
        List<KilledShop> shops = AtOnce.times(SHOPS, number -> opened(SEED + number));
        for (int kill = 0; kill < KILLS / SHOPS; kill++) {
            AtOnce.times(SHOPS, number -> shops.get(number).runAndKill());
        }
        for (KilledShop shop : shops) {
            shop.isSound();
        }
    }

    /** One on a schema of its own. */
    private static KilledShop opened(long seed) {
        UrlDataSource source = (UrlDataSource) Database.POSTGRESQL.fresh();
        return new KilledShop(
                JdbcLoyaltyStore.on(source).createSchema(),
                seed,
                from -> Machine.start(ErrandMachine.class, source.url(), Long.toString(seed), Integer.toString(from)));
    }
}
