package io.loyalty4j.insight;

import static io.loyalty4j.earn.EarnRules.points;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.Programs;
import io.loyalty4j.laws.Postings;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Window;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.tier.TierLadder;
import java.time.Period;
import java.util.stream.Stream;

/** A shop with a point a pound, good for two months. */
final class Shop {
    static final MemberId ANA = MemberId.of("ana");
    static final MemberId BEN = MemberId.of("ben");

    final LoyaltyStore store = LoyaltyStore.inMemory();
    final HandClock clock = HandClock.at("2026-01-10T12:00:00Z");
    final LoyaltyProgram program = Programs.plain()
            .tiers(TierLadder.bySpend()
                    .per(Window.YEAR)
                    .keptThroughNextPeriod()
                    .base("BLUE")
                    .tier("GOLD", 130))
            .earn("fortune", points(5).forActivity("fortune"))
            .reinstatableFor(Period.ofDays(60))
            .expiry(Expiry.after(Period.ofMonths(2)))
            .build();
    final LoyaltyEngine engine =
            LoyaltyEngine.builder(program).store(store).clock(clock).build();

    static Order order(MemberId member, String id, String... prices) {
        Order order = Order.of(member, id).currency("GBP");
        for (int i = 0; i < prices.length; i++) {
            order = order.line(OrderLine.of("line-" + i, prices[i]));
        }
        return order;
    }

    /** The same in another member's account. */
    static Posting under(MemberId member, Posting posting) {
        return Postings.under(member, posting, posting.previousHash());
    }

    void buys(String at, Order order) {
        clock.set(at);
        engine.purchase(order).receipt();
    }

    Stream<Posting> postings() {
        return store.postings();
    }
}
