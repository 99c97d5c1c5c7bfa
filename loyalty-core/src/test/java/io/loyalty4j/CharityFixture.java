package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.donation;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Donations;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Donation;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;

/** A shop of a point a dollar, in New York, whose members may give 300 points to the Red Cross, 500 to it, or 200 to a shelter. */
abstract class CharityFixture {
    static final MemberId ANA = MemberId.of("ana");
    static final MemberId BEN = MemberId.of("ben");
    static final MemberId RED_CROSS = Donation.account("red-cross");
    static final MemberId SHELTER = Donation.account("shelter");

    private static final int MOST_ROUNDS = 100;

    final HookedStore store = new HookedStore();
    final HandClock clock = HandClock.at("2026-11-21T17:00:00Z");
    LoyaltyEngine loyalty = running(program());

    static ProgramBuilder program() {
        return LoyaltyProgram.named("giving")
                .currency("USD")
                .zone("America/New_York")
                .earn("base", points(1).per("1.00"))
                .reward("red-cross", donation("red-cross").costs(300))
                .reward("red-cross-more", donation("red-cross").costs(500))
                .reward("shelter", donation("shelter").costs(200))
                .reward("free", donation("shelter").free())
                .reward("ten", discount("10.00").costs(100));
    }

    final LoyaltyEngine running(ProgramBuilder program) {
        return LoyaltyEngine.builder(program.build()).store(store).clock(clock).build();
    }

    static Order order(MemberId member, String id) {
        return Order.of(member, id).currency("USD");
    }

    static OrderLine line(String id, int pieces) {
        return OrderLine.of(id, "20.00").times(pieces);
    }

    static Refund refund(Order order, String rma, int pieces) {
        return Refund.of(order, rma).line("soap", pieces);
    }

    final void has(MemberId member, long points) {
        loyalty.purchase(order(member, "earned-" + member).line(OrderLine.of("all", points + ".00")))
                .receipt();
    }

    final Order gives(MemberId member, String id, String... rewards) {
        Order order = Order.of(member, id);
        for (String reward : rewards) {
            order = order.redeem(reward);
        }
        loyalty.purchase(order).receipt();
        return order;
    }

    final Outcome pays(String charity, String id, long points) {
        return loyalty.execute(
                Donation.payout(charity, id, points).by("finance-2").because("bank transfer " + id));
    }

    final void allIsDelivered() {
        store.holds();
        for (int i = 0; i < MOST_ROUNDS && !store.messages(1).isEmpty(); i++) {
            loyalty.runDue(clock.instant());
        }
        assertThat(store.messages(1)).isEmpty();
    }

    /** An account; its journal is proved first. */
    final Account account(MemberId member) {
        assertThat(loyalty.journal(member).verify().findings()).isEmpty();
        return loyalty.account(member);
    }

    /** What an account has, less what it owes. */
    final long balance(MemberId member) {
        Account account = account(member);
        return account.available() + account.held() + account.pending() - account.debt();
    }

    final Donations.Month month(String charity, String month) {
        return loyalty.donations(charity).month(month).orElseThrow();
    }
}
