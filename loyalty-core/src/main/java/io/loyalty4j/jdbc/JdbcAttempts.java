package io.loyalty4j.jdbc;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.shop.LoyaltyException.ConcurrentUpdateException;
import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.AttemptFailed;
import io.loyalty4j.store.Attempts;
import io.loyalty4j.store.Batch;
import io.loyalty4j.store.Loaded;
import io.loyalty4j.store.Reading;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads, has decided, and writes: the account's row first, on the condition that nobody has changed it, for it is the only one that others wait for; then
 * the rest, of those alone whose account was written. The condition stands in the statement, whatever the isolation level.
 */
final class JdbcAttempts implements Attempts {
    private static final String CONFLICT = "40001";

    private final Connections connections;
    private final Statements statements;
    private final Loading loading;

    JdbcAttempts(Connections connections, Statements statements, Loading loading) {
        this.connections = connections;
        this.statements = statements;
        this.loading = loading;
    }

    @Override
    public Set<MemberId> attempt(int number, List<Reading> wanted, Function<Loaded, Optional<Batch>> decide) {
        boolean locking = number >= LOCKING;
        try (Transaction transaction = connections.open(locking)) {
            if (locking) {
                transaction.begin();
                loading.lock(transaction.connection(), wanted);
            }
            List<Batch> batches = decided(loading.load(transaction.connection(), wanted), decide);
            if (batches.isEmpty()) {
                return Set.of();
            }
            transaction.begin();
            Set<MemberId> lost = write(transaction.connection(), batches);
            if (lost.size() < batches.size()) {
                commit(transaction, lost);
            }
            return lost;
        } catch (SQLException e) {
            throw Connections.failedAttempt(e);
        }
    }

    private static void commit(Transaction transaction, Set<MemberId> lost) throws SQLException {
        try {
            transaction.commit();
        } catch (AttemptFailed e) {
            throw e.without(lost);
        }
    }

    /**
     * Within the shop's own transaction, once: with locks, so that nobody writes in between.
     *
     * @throws ConcurrentUpdateException if somebody did all the same; nothing of the transaction may be kept then
     */
    void join(List<Reading> wanted, Function<Loaded, Optional<Batch>> decide) {
        connections.join(connection -> {
            Map<MemberId, Long> locked = loading.lock(connection, wanted);
            List<Loaded> loaded = loading.load(connection, wanted);
            if (loaded.stream().map(Loaded::account).anyMatch(account -> stale(account, locked))) {
                throw new SQLException("the transaction began before others wrote the account", CONFLICT);
            }
            Set<MemberId> lost = writeAll(connection, decided(loaded, decide));
            if (!lost.isEmpty()) {
                throw new SQLException("others have written " + lost, CONFLICT);
            }
            return lost;
        });
    }

    /** What fails in the midst, however it fails, has written a part. */
    private Set<MemberId> writeAll(Connection connection, List<Batch> batches) throws SQLException {
        try {
            return write(connection, batches);
        } catch (RuntimeException e) {
            throw connections.undone(String.valueOf(e.getMessage()), e);
        } catch (Error e) {
            connections.mark(e);
            throw e;
        }
    }

    /** Some databases read as of the transaction's beginning, and lock what is there now. */
    private static boolean stale(Account account, Map<MemberId, Long> locked) {
        return account.version() != locked.getOrDefault(account.member(), account.version());
    }

    /** In the order of members, so that no two wait for each other. */
    private static List<Batch> decided(List<Loaded> all, Function<Loaded, Optional<Batch>> decide) {
        List<Batch> batches = new ArrayList<>();
        all.forEach(loaded -> decide.apply(loaded).ifPresent(batches::add));
        batches.sort(Comparator.comparing(Batch::member));
        return batches;
    }

    /** Gives those of whom nothing was written. */
    Set<MemberId> write(Connection connection, List<Batch> batches) throws SQLException {
        Set<MemberId> lost = new HashSet<>(replaced(connection, batches));
        Rows rows = new Rows(statements);
        for (Batch batch : batches) {
            if (batch.before().version() == 0) {
                rows.insert(Table.ACCOUNT, Writing.account(batch.after()));
            }
            if (!lost.contains(batch.member())) {
                Writing.children(rows, batch);
            }
        }
        rows.write(connection);
        return lost;
    }

    private Set<MemberId> replaced(Connection connection, List<Batch> batches) throws SQLException {
        List<Batch> known =
                batches.stream().filter(batch -> batch.before().version() > 0).toList();
        Set<MemberId> lost = new HashSet<>();
        if (!known.isEmpty()) {
            List<List<@Nullable Object>> rows =
                    known.stream().map(JdbcAttempts::conditional).toList();
            int[] counts =
                    new Rows(statements).batch(connection, statements.replaceAccount(), Statements.REPLACED, rows);
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] < 0) {
                    throw new StoreFailedException(
                            "the driver does not tell how many rows an update changed; it is to be set up so that it does");
                }
                if (counts[i] == 0) {
                    lost.add(known.get(i).member());
                }
            }
        }
        return lost;
    }

    /** The account without its member, then the member and the version it must still have. */
    private static List<@Nullable Object> conditional(Batch batch) {
        List<@Nullable Object> account = Writing.account(batch.after());
        List<@Nullable Object> row = new ArrayList<>(account.subList(1, account.size()));
        row.add(batch.member().value());
        row.add(batch.before().version());
        return row;
    }
}
