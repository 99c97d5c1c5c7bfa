package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.store.LoyaltyStore;

/** A store in memory, a clock moved by hand, and whatever engines a test runs on the two. */
abstract class EngineFixture {
    static final MemberId ANA = MemberId.of("ana");
    static final MemberId BEN = MemberId.of("ben");

    final LoyaltyStore store = LoyaltyStore.inMemory();
    final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");

    final LoyaltyEngine running(ProgramBuilder program) {
        return LoyaltyEngine.builder(program.build()).store(store).clock(clock).build();
    }

    static Order order(MemberId member, String id, String price) {
        return Order.of(member, id).currency("GBP").line(OrderLine.of("thing", price));
    }

    final void nothingWasWritten(MemberId member) {
        assertThat(store.postings(member)).isEmpty();
        assertThat(store.find(member)).isEmpty();
    }
}
