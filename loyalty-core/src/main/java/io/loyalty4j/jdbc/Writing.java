package io.loyalty4j.jdbc;

import static io.loyalty4j.jdbc.PostingRows.row;
import static io.loyalty4j.jdbc.Result.millis;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Hold;
import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.store.Batch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A member's batch as rows; only what differs from what was read. */
final class Writing {
    private final Rows rows;
    private final Batch batch;
    private final String member;

    private Writing(Rows rows, Batch batch) {
        this.rows = rows;
        this.batch = batch;
        this.member = batch.member().value();
    }

    /** All but the account itself. */
    static void children(Rows rows, Batch batch) {
        Writing writing = new Writing(rows, batch);
        batch.postings().forEach(posting -> PostingRows.write(rows, posting));
        batch.lots().forEach(writing::lot);
        batch.orders().forEach(writing::position);
        writing.holds();
        writing.counters();
        batch.postings().forEach(posting -> OutboxRows.write(rows, posting));
        ContactRows.news(rows, batch.postings());
    }

    /** The account's row; the member first. */
    static List<@Nullable Object> account(Account account) {
        return row(
                account.member().value(),
                account.version(),
                account.time().toEpochMilli(),
                account.status().name(),
                account.tier().code(),
                account.pending(),
                account.available(),
                account.held(),
                account.debt(),
                millis(account.idleAt()),
                millis(account.nextDueAt()),
                account.program().version(),
                millis(account.program().inForceFrom()),
                account.hash(),
                LedgerText.life(account));
    }

    private void lot(Lot lot) {
        rows.replace(Table.LOT, LotRows.row(member, lot));
    }

    private void position(OrderPosition position) {
        rows.replace(Table.POSITION, position(member, position));
    }

    static List<@Nullable Object> position(String member, OrderPosition position) {
        return row(
                member,
                position.order(),
                position.state().name(),
                (long) position.revision(),
                position.occurredAt().toEpochMilli(),
                LedgerText.position(position));
    }

    static List<@Nullable Object> hold(String member, Hold hold) {
        return row(
                member,
                hold.id(),
                hold.order(),
                hold.reward(),
                hold.points(),
                hold.until().toEpochMilli(),
                LedgerText.hold(hold));
    }

    private void holds() {
        Map<String, Hold> before = new HashMap<>();
        batch.before().holds().forEach(hold -> before.put(hold.id(), hold));
        for (Hold hold : batch.after().holds()) {
            if (!hold.equals(before.remove(hold.id()))) {
                rows.replace(Table.HOLD, hold(member, hold));
            }
        }
        before.keySet().forEach(id -> rows.delete(Table.HOLD, row(member, id)));
    }

    private void counters() {
        Map<String, Counter> before = new HashMap<>(batch.before().counters());
        batch.after().counters().forEach((name, counter) -> {
            if (!counter.equals(before.remove(name))) {
                rows.replace(
                        CounterRows.table(name),
                        row(member, name, counter.value(), counter.terms().orElse(null), millis(counter.until())));
            }
        });
        before.keySet().forEach(name -> rows.delete(CounterRows.table(name), row(member, name)));
    }
}
