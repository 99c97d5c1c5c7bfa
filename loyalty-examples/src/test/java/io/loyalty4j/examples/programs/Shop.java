package io.loyalty4j.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A shop through the versions of its program, of which it runs the one in force: one member at a time at its till, at first Ana, and a clock moved by hand. */
final class Shop {
    private final LoyaltyStore store = LoyaltyStore.inMemory();
    private final List<LoyaltyProgram> versions;
    private MemberId member = MemberId.of("ana");
    private Instant now = Instant.EPOCH;
    private int numbers;

    private Shop(List<LoyaltyProgram> versions) {
        this.versions = versions;
        at("2026-06-01");
    }

    /** Versions of one program, in the order in which they come into force. */
    static Shop running(LoyaltyProgram... versions) {
        return new Shop(List.of(versions));
    }

    static OrderLine line(String sku, String price) {
        return OrderLine.of(sku, price);
    }

    /** Moves the clock to the beginning of a day or to a time, in the program's zone. */
    Shop at(String dateOrDateTime) {
        now = instant(dateOrDateTime);
        return this;
    }

    Instant instant(String dateOrDateTime) {
        LocalDateTime local = dateOrDateTime.indexOf('T') < 0
                ? LocalDate.parse(dateOrDateTime).atStartOfDay()
                : LocalDateTime.parse(dateOrDateTime);
        return local.atZone(versions.get(0).zone()).toInstant();
    }

    /** From here on it is this member who buys and is looked at. */
    Shop serves(String name) {
        member = MemberId.of(name);
        return this;
    }

    MemberId member() {
        return member;
    }

    LoyaltyEngine engine() {
        LoyaltyProgram inForce = versions.get(0);
        for (LoyaltyProgram version : versions) {
            inForce = version.inForceFrom().isAfter(now) ? inForce : version;
        }
        return LoyaltyEngine.builder(inForce)
                .store(store)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    Order order(OrderLine... lines) {
        return Order.of(member, "A-" + ++numbers)
                .currency(versions.get(0).currency().getCurrencyCode())
                .lines(List.of(lines));
    }

    Receipt buys(String price) {
        return buys(line("goods", price));
    }

    Receipt buys(OrderLine... lines) {
        return buys(order(lines));
    }

    Receipt buys(Order order) {
        return tries(order).receipt();
    }

    Outcome tries(Command command) {
        return engine().execute(command);
    }

    Quote quote(Order order) {
        return engine().quote(order);
    }

    /** The member's account now. What is stored is proved against its journal as well. */
    Account account() {
        assertThat(engine().journal(member).verify().findings()).isEmpty();
        return engine().account(member);
    }

    long points() {
        return account().available();
    }

    String tier() {
        return account().tier().code();
    }
}
