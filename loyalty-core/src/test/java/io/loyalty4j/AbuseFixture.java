package io.loyalty4j;

import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;

/** A shop of a point a pound that takes 10.00 off for 100 points. */
abstract class AbuseFixture extends EngineFixture {
    LoyaltyEngine loyalty = running(hundred());

    static ProgramBuilder hundred() {
        return Programs.plain().reward("hundred", discount("10.00").costs(100));
    }

    final void buys(MemberId member, String id, String price) {
        loyalty.purchase(order(member, id, price)).receipt();
    }

    /** Goods that the points pay for whole. */
    static Order free(MemberId member, String id) {
        return order(member, id, "10.00").redeem("hundred");
    }

    final Account account(MemberId member) {
        assertThat(loyalty.journal(member).verify().findings()).isEmpty();
        return loyalty.account(member);
    }

    final void has(MemberId member, long available, long debt) {
        assertThat(account(member).available()).isEqualTo(available);
        assertThat(account(member).debt()).isEqualTo(debt);
    }
}
