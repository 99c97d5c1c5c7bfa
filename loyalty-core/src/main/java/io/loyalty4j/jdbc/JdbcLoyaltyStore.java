package io.loyalty4j.jdbc;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.Decision;
import io.loyalty4j.store.History;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Message;
import io.loyalty4j.store.Notice;
import io.loyalty4j.store.Request;
import io.loyalty4j.store.Retries;
import io.loyalty4j.store.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Keeps accounts and their journals in PostgreSQL, MariaDB or H2. Thread-safe; one for an application is enough. Nothing is asked of the database before
 * the first use; then the version of its tables is checked.
 *
 * <p>{@code JdbcLoyaltyStore.on(dataSource)} opens transactions of its own: it writes on the condition that nobody else has, tries again, locks a busy
 * account, lets the threads of one process that want the same account commit together, and finds out by the request id what became of a commit whose answer
 * was lost. What cannot be done in time is a {@link io.loyalty4j.shop.LoyaltyException.StoreFailedException}, what may have been done an
 * {@link io.loyalty4j.shop.LoyaltyException.OutcomeUnknownException}.
 *
 * <p>{@code JdbcLoyaltyStore.joining(..)} works inside the shop's own transaction where there is one: it locks, decides once, and neither commits nor tries
 * again. A transaction that may not be committed any more ends in a {@link io.loyalty4j.shop.LoyaltyException.ConcurrentUpdateException}. The account
 * stays locked until the transaction ends, so book last in it, and several members by one {@code executeAll}.
 *
 * <p>What the shop rolls back, all of it or to a savepoint ({@code NESTED}), is as if it had never been booked. A transaction of its own inside another
 * ({@code REQUIRES_NEW}) has another connection: what it books stays whatever becomes of the outer one, and if that has booked for the same member it waits
 * for itself until the database's lock timeout. In a distributed (XA) transaction the outcome is that of the transaction.
 */
public final class JdbcLoyaltyStore implements LoyaltyStore {
    private final Setup setup;
    private volatile Optional<Parts> parts = Optional.empty();

    private JdbcLoyaltyStore(Setup setup) {
        this.setup = setup;
    }

    /** In transactions of its own. */
    public static JdbcLoyaltyStore on(DataSource dataSource) {
        return new JdbcLoyaltyStore(Setup.on(dataSource));
    }

    /**
     * Inside transactions that the shop has begun; where there is none (housekeeping), in one of its own.
     *
     * @param transactionAware gives, as long as a transaction goes on, its connection, with auto-commit off, and does not really close it; without a
     *     transaction, connections with auto-commit on, for one with it off is taken for the shop's, who would have to commit what is booked on it. Spring's
     *     {@code TransactionAwareDataSourceProxy} for example, on a pool with auto-commit on
     */
    public static JdbcLoyaltyStore joining(DataSource transactionAware) {
        return new JdbcLoyaltyStore(Setup.joining(transactionAware));
    }

    /**
     * What to do when the shop's transaction may not be committed any more, beside the exception: some databases undo a transaction on their own and would
     * commit what the shop writes after it. In Spring, {@code () -> TransactionAspectSupport.currentTransactionStatus().setRollbackOnly()}.
     */
    public JdbcLoyaltyStore markingRollbackOnly(Runnable mark) {
        return new JdbcLoyaltyStore(setup.rollbackOnly(mark));
    }

    /**
     * Where connections outside of the shop's transactions come from: claims of what all members share (budgets, stock, order ids) are made at once, so that
     * no till waits for another's transaction, and stay when that is rolled back. What was claimed inside it is settled by housekeeping, ten minutes later:
     * what was not booked then is given back, so a transaction must end before. Only needed by a store that joins; without it, what needs a claim fails
     * inside a transaction of the shop's.
     *
     * @param plain best a pool of its own: a till that has a connection of the shop's pool then never waits for another one of it
     */
    public JdbcLoyaltyStore claimingFrom(DataSource plain) {
        return new JdbcLoyaltyStore(setup.claims(plain));
    }

    /**
     * What the tables' names begin with; {@code loyalty_} unless it is said.
     *
     * @throws IllegalArgumentException if it is not made of at most 25 small letters, digits and underscores, the first of them a letter
     */
    public JdbcLoyaltyStore tablePrefix(String prefix) {
        return new JdbcLoyaltyStore(setup.prefix(prefix));
    }

    /** How long updates are tried; {@link Retries#DEFAULT} unless it is said. */
    public JdbcLoyaltyStore retries(Retries retries) {
        return new JdbcLoyaltyStore(setup.retries(retries));
    }

    /**
     * For databases that are spread over machines: each transaction writes rows of one member only, so that it stays on one of them. Several updates are
     * then as many transactions, and {@link #createSchema} is none: it wants connections with auto-commit on.
     */
    public JdbcLoyaltyStore oneMemberPerTransaction() {
        return new JdbcLoyaltyStore(setup.keepingToOneMember());
    }

    /**
     * Creates the tables, for those who do not use Flyway or Liquibase; these find the same statements as resources, in
     * {@code io/loyalty4j/jdbc/<postgresql, mariadb or h2>/V1__loyalty.sql}. Beside them, {@code grants.sql} has what the shop's user may do with the tables,
     * and {@code finance/} there, and beside the folders of the databases, three queries for bookkeepers.
     *
     * @throws io.loyalty4j.shop.LoyaltyException.StoreFailedException if there are such tables already
     */
    public JdbcLoyaltyStore createSchema() {
        Parts.of(setup).createSchema(setup.portable());
        return this;
    }

    /**
     * Moves postings that are older than an instant out of the journal into tables of their own ({@code archived_posting} and so on), from where they may be
     * exported; their request ids are still known as long as they are there. Behind them each account gets a checkpoint, which tells it again as a whole, so
     * that balances, holds, orders and {@code journal.verify()} stand without them. An account whose journal is not sound is left as it is, and so is one
     * whose member has still to be told of some posting: events are read off postings.
     *
     * <p>The one thing that deletes rows of the journal: for a user of the database who may, not for the shop's own.
     *
     * @param recordedBefore postings booked before it are moved
     * @param limit members at most; in the order of their ids
     * @param afterMember behind whom to go on; empty for the first round
     */
    public Archived archive(Instant recordedBefore, int limit, Optional<MemberId> afterMember) {
        return parts().archiving().run(recordedBefore, limit, afterMember);
    }

    /** What was moved out of the journal, as far as it is still in the database. */
    public History archived() {
        return parts().journals().archive();
    }

    /**
     * What a round of archiving did.
     *
     * @param postings that were moved
     * @param unsound members whose journals do not hold, of whom nothing was moved
     * @param last behind whom the next round goes on; empty if there is none
     */
    public record Archived(long postings, List<MemberId> unsound, Optional<MemberId> last) {
        public Archived {
            unsound = List.copyOf(unsound);
        }
    }

    /** Two threads may both build them at first; either will do. */
    private Parts parts() {
        Parts known = parts.orElseGet(() -> Parts.of(setup).checked());
        parts = Optional.of(known);
        return known;
    }

    @Override
    public Optional<Account> find(MemberId member) {
        return parts().reads().find(member);
    }

    @Override
    public Optional<OrderPosition> order(MemberId member, String order) {
        return parts().reads().order(member, order);
    }

    @Override
    public Commit update(Request request, Decision decision) {
        return parts().updates().update(new Unit(request, decision));
    }

    @Override
    public List<Commit> updateAll(List<Unit> units) {
        return parts().updates().updateAll(units);
    }

    @Override
    public List<MemberId> due(Instant now, int limit) {
        return parts().reads().due(now, limit);
    }

    @Override
    public List<MemberId> adoptedBefore(Instant inForceFrom, int limit) {
        return parts().reads().adoptedBefore(inForceFrom, limit);
    }

    @Override
    public Stream<Posting> postings(MemberId member) {
        return parts().journals().postings(member);
    }

    @Override
    public Stream<Posting> postings(MemberId member, long afterVersion, int limit) {
        return parts().journals().postings(member, afterVersion, limit);
    }

    @Override
    public Optional<Posting> posting(MemberId member, String requestId) {
        return parts().journals().posting(member, requestId);
    }

    @Override
    public Stream<Posting> postings() {
        return parts().journals().postings();
    }

    @Override
    public Optional<Member> profile(MemberId member) {
        return parts().small().profile(member);
    }

    @Override
    public boolean replace(Optional<Member> seen, Member next) {
        return parts().small().replace(seen, next);
    }

    @Override
    public void delete(MemberId member) {
        parts().small().delete(member);
    }

    @Override
    public long claim(String allotment, String claimant, long wanted, long limit, Instant at) {
        return parts().allotments().claim(allotment, claimant, wanted, limit, at);
    }

    @Override
    public void settle(String allotment, String claimant, long used) {
        parts().allotments().settle(allotment, claimant, used);
    }

    @Override
    public long taken(String allotment) {
        return parts().allotments().taken(allotment);
    }

    @Override
    public Optional<String> claimant(String allotment) {
        return parts().allotments().claimant(allotment);
    }

    @Override
    public List<Claim> unsettled(Instant before, int limit) {
        return parts().allotments().unsettled(before, limit);
    }

    @Override
    public List<Message> messages(int limit) {
        return parts().small().messages(limit);
    }

    @Override
    public void delivered(Message message) {
        parts().small().delivered(message);
    }

    @Override
    public List<Contact> contacts(Instant until, int limit) {
        return parts().telling().contacts(until, limit);
    }

    @Override
    public Optional<Contact> contact(MemberId member) {
        return parts().telling().contact(member);
    }

    @Override
    public boolean keep(MemberId member, Optional<Contact> seen, Optional<Contact> next) {
        return parts().telling().keep(member, seen, next);
    }

    @Override
    public List<Notice> notices(Notice.State state, int limit) {
        return parts().telling().notices(state, limit);
    }

    @Override
    public long count(Notice.State state) {
        return parts().telling().count(state);
    }

    @Override
    public void put(Notice notice) {
        parts().telling().put(notice);
    }

    @Override
    public void remove(Notice notice) {
        parts().telling().remove(notice);
    }

    @Override
    public void forget(MemberId member) {
        parts().telling().forget(member);
    }
}
