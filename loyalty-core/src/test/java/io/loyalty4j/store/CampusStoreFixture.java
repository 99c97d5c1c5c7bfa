package io.loyalty4j.store;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.Programs;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.time.Instant;

/** A store in memory, a clock moved by hand, and an engine on the two whose points wait and lapse. */
abstract class CampusStoreFixture {
    static final MemberId ANA = MemberId.of("ana");
    static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
    static final LoyaltyProgram PROGRAM = Programs.campus().build();

    final LoyaltyStore store = LoyaltyStore.inMemory();
    final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");
    final LoyaltyEngine loyalty =
            LoyaltyEngine.builder(PROGRAM).store(store).clock(clock).build();

    static Order order(MemberId member, String id) {
        return Order.of(member, id)
                .currency("GBP")
                .line(OrderLine.of("thing", "20.00").times(2));
    }
}
