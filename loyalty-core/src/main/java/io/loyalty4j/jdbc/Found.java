package io.loyalty4j.jdbc;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Hold;
import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one member, as they are read. */
final class Found {
    final Map<String, OrderPosition> orders = new HashMap<>();
    final Map<String, Long> first = new HashMap<>();
    Optional<Member> profile = Optional.empty();

    private final MemberId member;
    private final List<Lot> lots = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private final Map<String, Counter> counters = new HashMap<>();
    private Optional<AccountRow> row = Optional.empty();

    Found(MemberId member) {
        this.member = member;
    }

    void add(Part part, Result found) throws SQLException {
        switch (part) {
            case ACCOUNT -> row = Optional.of(AccountRow.of(found));
            case LOT -> lots.add(readable(found, LotRows::read));
            case HOLD -> holds.add(readable(found, this::hold));
            case COUNTER -> counters.put(found.text("counter"), readable(found, CounterRows::read));
            case VOUCHER -> counters.put(found.text("voucher"), readable(found, CounterRows::read));
            case PROFILE ->
                profile = Optional.of(readable(found, each -> LedgerText.profile(member, each.text("body"))));
            case POSITION -> {
                OrderPosition position = readable(found, this::position);
                orders.put(position.order(), position);
            }
            case FIRST, ARCHIVED -> first.put(found.text("request_id"), found.number("version"));
        }
    }

    private Hold hold(Result found) throws SQLException {
        Hold hold = LedgerText.hold(found.text("body"));
        return found.said(Table.HOLD, hold, Writing.hold(member.value(), hold));
    }

    private OrderPosition position(Result found) throws SQLException {
        OrderPosition position = LedgerText.position(member, found.text("body"));
        return found.said(Table.POSITION, position, Writing.position(member.value(), position));
    }

    private <T> T readable(Result found, Read<T> read) throws SQLException {
        try {
            return read.of(found);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw corrupt(String.valueOf(e.getMessage()));
        }
    }

    private CorruptAccountException corrupt(String finding) {
        return new CorruptAccountException(member, finding);
    }

    /**
     * The account; one of which nothing is known if there is none.
     *
     * @throws CorruptAccountException if its rows do not fit together
     */
    Account account() {
        if (row.isEmpty()) {
            if (!lots.isEmpty() || !holds.isEmpty() || !counters.isEmpty()) {
                throw corrupt("there are rows of it, and no account");
            }
            return Account.of(member);
        }
        try {
            return row.get().account(member, lots, holds, counters);
        } catch (IllegalArgumentException e) {
            throw corrupt(String.valueOf(e.getMessage()));
        }
    }

    /** Reads a value off a row. */
    private interface Read<T> {
        T of(Result found) throws SQLException;
    }
}
