package io.loyalty4j.examples.shop;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.store.LoyaltyStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** Where the shop and the engine meet: every call of the engine but for the opening is here. Thread-safe. */
final class Till implements AutoCloseable {
    private final LoyaltyProgram program = ShopProgram.program();
    private final ShopClock clock;
    private final Letters letters = new Letters();
    private final Orders orders = new Orders();
    private final LoyaltyEngine loyalty;

    Till(LoyaltyStore store, ShopClock clock) {
        this.clock = clock;
        Customer.ALL.forEach(
                customer -> store.find(customer.id()).map(Account::time).ifPresent(clock::notBefore));
        this.loyalty = LoyaltyEngine.builder(program)
                .store(store)
                .clock(clock)
                .notifications(letters)
                .voucherKey(key())
                .build();
        Opening.of(loyalty, today());
        tell();
    }

    /** A shop keeps its key as it keeps its other secrets: with another one, codes given before are good for nothing. */
    private static VoucherKey key() {
        byte[] secret = new byte[VoucherKey.LEAST_BYTES];
        new SecureRandom().nextBytes(secret);
        return VoucherKey.of(secret);
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

    /** The customer has changed their mind: what was held is free again. */
    void letGo(ShopOrder order) {
        loyalty.reserve(order.plain());
        orders.drop(order);
    }

    /** The money has come: points are taken and given. However often it is said, it happens once. */
    Outcome pay(ShopOrder order) {
        Outcome outcome = loyalty.purchase(order.order());
        if (outcome.refusal().isEmpty()) {
            orders.keep(order.paid(outcome.receipt()));
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

    Account account(MemberId member) {
        return loyalty.account(member);
    }

    Journal journal(MemberId member) {
        return loyalty.journal(member);
    }

    List<LoyaltyEvent> letters(MemberId member) {
        return letters.of(member);
    }

    /** Moves the clock. Nobody would believe such a jump, so it is confirmed: then what fell due is booked, and told. */
    void forward(Period time) {
        clock.forward(time);
        while (loyalty.runDue(clock.instant()).more()) {
            Thread.onSpinWait();
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
