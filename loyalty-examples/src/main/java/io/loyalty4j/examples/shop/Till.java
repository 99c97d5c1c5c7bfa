package io.loyalty4j.examples.shop;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.earn.Heard;
import io.loyalty4j.examples.replay.OpenStore;
import io.loyalty4j.examples.shop.Letters.Letter;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Hold;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Where the shop and the engine meet: every call of the engine but for the opening is here. Thread-safe. */
final class Till implements AutoCloseable {
    private final LoyaltyProgram program = ShopProgram.program();
    private final ShopClock clock;
    private final VoucherKey key;
    private final Letters letters;
    private final Orders orders;
    private final LoyaltyEngine loyalty;

    /** @param books a database, where the shop has tables of its own beside the engine's */
    Till(OpenStore books, ShopClock clock, VoucherKey key) {
        LoyaltyStore store = books.store();
        DataSource source = books.source().orElseThrow();
        this.clock = clock;
        this.key = key;
        this.letters = new Letters(source);
        this.orders = new Orders(source);
        Customer.ALL.forEach(
                customer -> store.find(customer.id()).map(Account::time).ifPresent(clock::notBefore));
        this.loyalty = LoyaltyEngine.builder(program)
                .store(store)
                .clock(clock)
                .notifications(letters)
                .voucherKey(key)
                .build();
        Opening.of(loyalty, today());
        tell();
    }

    Orders orders() {
        return orders;
    }

    LoyaltyProgram program() {
        return program;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), program.zone());
    }

    /** The basket's page asks: nothing is written. */
    Quote quote(Order order) {
        return loyalty.quote(order);
    }

    /** On the way to the payment: what the order is to be paid with is held for it, unless it is refused. */
    Outcome reserve(ShopOrder order) {
        return loyalty.reserve(order.order());
    }

    /** The customer has changed their mind: what was held is free again, and the basket can be ordered anew. The order stays if the engine does not free it. */
    Outcome letGo(ShopOrder order) {
        Outcome released = loyalty.reserve(order.plain());
        if (released.refusal().isEmpty()) {
            orders.disclaim(order);
            orders.drop(order);
        }
        return released;
    }

    /** Whether the engine has booked it. The shop's own table is told if it has not heard of it: the shop may have died between the two. */
    boolean booked(ShopOrder order) {
        boolean booked = journal(order.member())
                .order(order.id())
                .filter(known -> known.state() != OrderPosition.State.HELD)
                .isPresent();
        return booked && pay(order).refusal().isEmpty();
    }

    /**
     * The money has come: points are taken and given. However often it is said, it happens once; so who died before the shop's own table knew of it pays once more,
     * and nothing is booked twice.
     */
    Outcome pay(ShopOrder order) {
        Outcome outcome = loyalty.purchase(order.order());
        if (outcome.refusal().isEmpty()) {
            orders.paid(order, outcome.receipt().posting().header().version());
            tell();
        }
        return outcome;
    }

    /**
     * So many pieces come back.
     *
     * @param id from the page on which it was said
     */
    Outcome takeBack(ShopOrder order, String id, String line, int pieces) {
        Outcome outcome = loyalty.refund(Refund.of(order.order(), id).line(line, pieces));
        tell();
        return outcome;
    }

    /** What the engine said when an order was paid: a function of the posting that it wrote then. */
    Receipt receipt(ShopOrder order) {
        long version = order.paid().orElseThrow();
        return journal(order.member()).postings().stream()
                .filter(posting -> posting.header().version() == version)
                .findFirst()
                .map(posting -> new Receipt(posting, () -> Heard.NOTHING, Optional.of(key)))
                .orElseThrow();
    }

    /** Until when points and vouchers are held for it; empty if none are. */
    Optional<Instant> reservedUntil(ShopOrder order) {
        return account(order.member()).holds().stream()
                .filter(hold -> hold.order().equals(order.id()))
                .map(Hold::until)
                .min(Comparator.naturalOrder())
                .filter(now()::isBefore);
    }

    Account account(MemberId member) {
        return loyalty.account(member);
    }

    Journal journal(MemberId member) {
        return loyalty.journal(member);
    }

    /** What the member was told, the latest first. */
    List<Letter> letters(MemberId member, int most) {
        return letters.of(member, most);
    }

    /** Moves the clock, day by day: what falls due is booked, and reminders come before what they remind of. Nobody would believe such jumps, so each is confirmed. */
    void forward(Period time) {
        for (long days = clock.days(time); days > 0; days--) {
            clock.forward(Period.ofDays(1));
            while (loyalty.runDue(clock.instant()).more()) {
                Thread.onSpinWait();
            }
        }
    }

    /** A shop has this done once a minute: {@code housekeepingEvery(Duration.ofMinutes(1))}. Here a customer who looks at once finds the message. */
    private void tell() {
        loyalty.runDue();
    }

    @Override
    public void close() {
        loyalty.close();
    }
}
