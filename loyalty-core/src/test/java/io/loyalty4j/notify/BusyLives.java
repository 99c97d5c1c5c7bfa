package io.loyalty4j.notify;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.laws.Chance;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Reinstatement;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.shop.TierGrant;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A year of members who do everything that is told, and of people of the shop at work. */
public final class BusyLives {
    private static final int MEMBERS = 8;

    private final LoyaltyStore store = LoyaltyStore.inMemory();
    private final HandClock clock = HandClock.at("2026-01-05T12:00:00Z");
    private final List<Order> orders = new ArrayList<>();
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final LoyaltyProgram program;
    private final LoyaltyEngine engine;
    private final Chance chance;
    private int number;

    public BusyLives(long seed) {
        this.chance = Chance.of(seed);
        this.program = chance.percent(50) ? BusyProgram.AT_ONCE : BusyProgram.LATER;
        this.engine = LoyaltyEngine.builder(program)
                .store(store)
                .clock(clock)
                .voucherKey(BusyProgram.KEY)
                .approvals(command -> Optional.empty())
                .build();
    }

    public LoyaltyProgram program() {
        return program;
    }

    public BusyLives pass(int commands) {
        for (int i = 0; i < commands; i++) {
            clock.pass(Duration.ofMinutes(chance.below(2_000)));
            number++;
            something();
        }
        return this;
    }

    public List<List<Posting>> journals() {
        return members().map(member -> store.postings(member).toList()).toList();
    }

    private static Stream<MemberId> members() {
        return IntStream.range(0, MEMBERS).mapToObj(n -> MemberId.of("m" + n));
    }

    private MemberId someone() {
        return MemberId.of("m" + chance.below(MEMBERS));
    }

    private void something() {
        switch (chance.weighted(30, 8, 14, 6, 8, 8, 8, 6, 4, 2, 2, 4)) {
            case 0 -> buys(some(someone()));
            case 1 -> engine.reserve(some(someone()).redeem("ten"));
            case 2 -> comesBack();
            case 3 -> cancels();
            case 4 -> edits();
            case 5 -> engine.record(Activity.of(someone(), "review", "a-" + number));
            case 6 -> adjusts();
            case 7 -> sends();
            case 8 -> comes();
            case 9 -> tier();
            case 10 -> changesStatus();
            default -> engine.runDue(clock.instant());
        }
    }

    private Order some(MemberId member) {
        Order order = Order.of(member, "o-" + number)
                .currency("EUR")
                .line(OrderLine.of("thing", (5 + chance.below(60)) + ".00").times(1 + chance.below(3)));
        int rewards = chance.below(4);
        for (int i = 1; i < rewards; i++) {
            order = order.redeem(chance.of("ten", "sixty", "cup", "thanks-5"));
        }
        return order;
    }

    private void buys(Order order) {
        if (chance.percent(30)) {
            engine.reserve(order);
        }
        if (engine.purchase(order) instanceof Outcome.Applied) {
            orders.add(order);
        } else if (engine.purchase(order.withoutRewards()) instanceof Outcome.Applied) {
            orders.add(order.withoutRewards());
        }
    }

    private void comesBack() {
        if (!orders.isEmpty()) {
            engine.refund(Refund.of(chance.of(orders), "r-" + number).line("thing", 1));
        }
    }

    private void cancels() {
        if (!orders.isEmpty()) {
            engine.cancel(orders.remove(chance.below(orders.size())));
        }
    }

    private void edits() {
        if (orders.isEmpty()) {
            return;
        }
        int place = chance.below(orders.size());
        Order edited = orders.get(place).revision(orders.get(place).revision() + 1);
        edited = switch (chance.below(4)) {
            case 0 -> edited.withoutRewards();
            case 1 -> edited.redeem(chance.of("ten", "sixty"));
            case 2 -> edited.withoutRewards().redeem(chance.of("ten", "sixty"));
            default -> edited.line(OrderLine.of("more-" + number, (1 + chance.below(40)) + ".00"));
        };
        if (engine.purchase(edited) instanceof Outcome.Applied) {
            orders.set(place, edited);
        }
    }

    private void adjusts() {
        if (chance.percent(30) && !adjustments.isEmpty()) {
            engine.execute(chance.of(adjustments).reversal().by("agent-7").because("mistake"));
            return;
        }
        long points = 1L + chance.below(80);
        Adjustment adjustment = chance.percent(50)
                ? Adjustment.add(someone(), "c-" + number, points)
                : Adjustment.deduct(someone(), "c-" + number, points);
        Adjustment known = adjustment.by("agent-12").because("parcel-lost");
        if (chance.percent(10)) {
            engine.execute(known.reversal().by("agent-7").because("mistake"));
        }
        engine.execute(known);
        adjustments.add(known);
    }

    private void sends() {
        MemberId from = someone();
        MemberId to = someone();
        if (!from.equals(to)) {
            engine.execute(
                    Transfer.of(from, "t-" + number, 1 + chance.below(60)).to(to));
        }
    }

    /** Somebody new brings points, or comes through a friend; somebody old gets lapsed ones back. */
    private void comes() {
        switch (chance.below(3)) {
            case 0 -> {
                Instant last = clock.instant().minus(Duration.ofDays(chance.below(400)));
                engine.execute(OpeningBalance.of(someone(), "old-" + number)
                        .points(1 + chance.below(300))
                        .ordered(1 + chance.below(20), last.toString().substring(0, 10)));
            }
            case 1 -> {
                MemberId friend = someone();
                MemberId referrer = someone();
                if (!friend.equals(referrer)) {
                    engine.execute(Referral.accept(friend, referrer));
                }
            }
            default -> {
                if (!orders.isEmpty()) {
                    String lastDay =
                            clock.instant().plus(Duration.ofDays(20)).toString().substring(0, 10);
                    Command of = chance.of(orders);
                    engine.execute(Reinstatement.of(of, "b-" + number)
                            .through(lastDay)
                            .by("agent-12")
                            .because("was-ill"));
                }
            }
        }
    }

    private void tier() {
        engine.execute(TierGrant.of(someone(), "g-" + number, chance.of("SILVER", "GOLD"))
                .through(clock.instant().plus(Duration.ofDays(30)).toString().substring(0, 10))
                .by("agent-12")
                .because("complaint"));
    }

    private void changesStatus() {
        MemberId member = someone();
        String id = "s-" + number;
        StatusChange change = switch (chance.weighted(40, 40, 6, 6)) {
            case 0 -> StatusChange.freeze(member, id);
            case 1 -> StatusChange.unfreeze(member, id);
            case 2 -> StatusChange.close(member, id);
            default -> StatusChange.forget(member, id);
        };
        MemberId into = someone();
        if (chance.percent(20) && !into.equals(member)) {
            engine.execute(Merge.of(member, id).into(into).by("agent-12").because("two-cards"));
        } else {
            engine.execute(change.by("agent-12").because("asked"));
        }
    }
}
