package io.loyalty4j;

import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.referral;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refund;
import java.time.Period;

/** A shop where who brings a friend gets 500 points and the friend 200, for an order of 25.00 that has not come back within 30 days. */
abstract class FriendsFixture {
    static final MemberId ANA = MemberId.of("ana");
    static final MemberId BEN = MemberId.of("ben");
    static final MemberId CARL = MemberId.of("carl");

    final HookedStore store = new HookedStore();
    final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");
    LoyaltyEngine loyalty = running(program(friends()));

    static EarnRule friends() {
        return referral()
                .toReferrer(500)
                .toFriend(200)
                .returnableFor(Period.ofDays(30))
                .when(orderFrom("25.00"));
    }

    static ProgramBuilder program(EarnRule friends) {
        return Programs.plain().earn("friends", friends);
    }

    final LoyaltyEngine running(ProgramBuilder program) {
        return LoyaltyEngine.builder(program.build()).store(store).clock(clock).build();
    }

    final Outcome comes(MemberId friend, MemberId referrer) {
        return loyalty.execute(Referral.accept(friend, referrer));
    }

    static Order order(MemberId member, String id, int pieces) {
        return Order.of(member, id)
                .currency("GBP")
                .line(OrderLine.of("thing", "10.00").times(pieces));
    }

    /** Things of 10.00 each. */
    final void buys(MemberId member, String id, int pieces) {
        loyalty.purchase(order(member, id, pieces)).receipt();
    }

    final void returns(MemberId member, String id, int pieces) {
        Order known = order(member, id, 1);
        loyalty.refund(Refund.of(known, "rma-" + id + "-" + pieces).line("thing", pieces))
                .receipt();
    }

    final void cancels(MemberId member, String id) {
        loyalty.cancel(order(member, id, 1)).receipt();
    }

    /** A member's points; the journal is proved first. */
    final void has(MemberId member, long available, long pending) {
        assertThat(loyalty.journal(member).verify().findings()).isEmpty();
        Account account = loyalty.account(member);
        assertThat(account.available()).as(member + "'s available points").isEqualTo(available);
        assertThat(account.pending()).as(member + "'s pending points").isEqualTo(pending);
        assertThat(account.debt()).as(member + "'s debt").isZero();
    }
}
