package io.loyalty4j;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;

/** An engine whose points are usable after a fortnight and good for a year from then on. */
abstract class CampusFixture extends EngineFixture {
    final LoyaltyEngine loyalty = on(store);

    final LoyaltyEngine on(LoyaltyStore where) {
        return LoyaltyEngine.builder(Programs.campus().build())
                .store(where)
                .clock(clock)
                .build();
    }

    final void buys(MemberId member, String order) {
        loyalty.purchase(order(member, order, "20.00")).receipt();
    }
}
