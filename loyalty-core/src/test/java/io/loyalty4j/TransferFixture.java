package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.shop.Window.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Transfer;

/** A shop of a point a pound whose members may send each other 500 points a year. */
abstract class TransferFixture {
    static final MemberId ANA = MemberId.of("ana");
    static final MemberId BEN = MemberId.of("ben");
    static final MemberId RICH = MemberId.of("rich");
    static final long MOST = 1_000_000_000_000_000L;

    final HookedStore store = new HookedStore();
    final HandClock clock = HandClock.at("2026-06-01T12:00:00Z");
    LoyaltyEngine loyalty = running(program());

    static ProgramBuilder program() {
        return Programs.plain()
                .earn("fortune", points(MOST).forActivity("fortune"))
                .transfers(Transfers.upTo(500).per(YEAR));
    }

    final LoyaltyEngine running(ProgramBuilder program) {
        return LoyaltyEngine.builder(program.build()).store(store).clock(clock).build();
    }

    static Order order(MemberId member, String id, long pounds) {
        return Order.of(member, id).currency("GBP").line(OrderLine.of("thing", pounds + ".00"));
    }

    final void buys(MemberId member, String id, long pounds) {
        loyalty.purchase(order(member, id, pounds)).receipt();
    }

    final Outcome sends(MemberId from, String id, long points, MemberId to) {
        return loyalty.execute(Transfer.of(from, id, points).to(to));
    }

    /** As many points as an account can have. */
    final void isRich(MemberId member) {
        loyalty.record(Activity.once(member, "fortune")).receipt();
    }

    final void allIsDelivered() {
        store.holds();
        while (!store.messages(1).isEmpty()) {
            loyalty.runDue(clock.instant());
        }
    }

    /** A member's account; the journal is proved first. */
    final Account account(MemberId member) {
        assertThat(loyalty.journal(member).verify().findings()).isEmpty();
        return loyalty.account(member);
    }

    final void has(MemberId member, long available) {
        assertThat(account(member).available()).as(member + "'s points").isEqualTo(available);
        assertThat(account(member).debt()).as(member + "'s debt").isZero();
    }
}
