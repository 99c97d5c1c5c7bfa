package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Calculation;
import io.loyalty4j.earn.Earned;
import io.loyalty4j.earn.KeptLines;
import io.loyalty4j.earn.Yield;
import io.loyalty4j.ledger.ClawingBack.Clawed;
import io.loyalty4j.ledger.OrderPosition.Line;
import io.loyalty4j.ledger.OrderPosition.State;
import io.loyalty4j.ledger.OrderPosition.Terms;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Policy.EarnOnPointsPaid;
import io.loyalty4j.shop.Policy.RedeemedOnReturn;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import io.loyalty4j.shop.Policy.TierOnReturn;
import io.loyalty4j.shop.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a booking of an order moves beside what the order was before: of points given, of points paid and of what counts for tiers only the difference. For a new order that is
 * all of it. Lives inside one decision.
 */
final class Editing {
    private final Session session;
    private final LoyaltyProgram program;
    private final Draft draft;
    private final Earlier earlier;
    private final Pricing pricing;
    private final Redeeming redeeming;
    private final Qualifying qualifying;
    private List<Stake> stakes;
    private long given;
    private long taken;
    private Clawed clawed = new Clawed(0, 0);

    Editing(Session session, Draft draft, Earlier earlier, Pricing pricing, Redeeming redeeming) {
        this.session = session;
        this.program = session.program();
        this.draft = draft;
        this.earlier = earlier;
        this.pricing = pricing;
        this.redeeming = redeeming;
        this.qualifying = new Qualifying(program.tiers(), pricing, earlier);
        this.stakes = earlier.position().stakes();
    }

    /** The order's lines as they are priced now, with what has come back of them. */
    List<Line> lines() {
        boolean onPoints = program.policy(EarnOnPointsPaid.class) == EarnOnPointsPaid.YES;
        return earlier.returned(pricing.lines().stream()
                .map(line -> qualifying.of(line.position(onPoints)))
                .toList());
    }

    /** The same without what has come back. */
    Remaining remaining() {
        return new Remaining(lines(), earlier.refunded().multiply(pricing.rate()), Pricing.scale(program));
    }

    /**
     * What tiers count of the order as it is now.
     *
     * @param yield where the points count that it earns
     */
    BigDecimal counts(Optional<Yield> yield) {
        boolean rechecked = program.policy(TierOnReturn.class) == TierOnReturn.RECHECKED;
        List<Line> booked = lines().stream().map(line -> line.returning(0)).toList();
        Remaining left = earlier.paid() && rechecked
                ? remaining()
                : new Remaining(booked, BigDecimal.ZERO, Pricing.scale(program));
        return yield.map(known -> Qualified.of(program.ladder().measure(), left, calculation(known)))
                .orElseGet(() -> Qualified.of(program.ladder().measure(), left));
    }

    /** Gives back points paid for rewards that the order no longer has, so that they can pay for others, and for pieces that came back. */
    void restore() {
        if (earlier.paid()) {
            stakes = new Restoring(session, draft).upTo(restorable(), stakes);
        }
    }

    private long restorable() {
        long paid = pricing.paid().stream().mapToLong(Paid::points).sum();
        long back =
                proportional() ? lines().stream().mapToLong(Line::pointsBack).sum() : 0;
        return redeemed() - paid + back;
    }

    private boolean proportional() {
        return program.policy(RedeemedOnReturn.class) == RedeemedOnReturn.PROPORTIONAL;
    }

    /** The points that rewards have taken, now and before. */
    private long redeemed() {
        return earlier.position().tally().redeemed()
                + redeeming.stakes().stream().mapToLong(Stake::points).sum();
    }

    /** What has been taken for rewards now is the order's too. A reward that now pays for more goods that stay is paid again as far as its points had come back. */
    Optional<Refusal> redeem() {
        long again = earlier.paid() && proportional() ? Restoring.back(stakes) - restorable() : 0;
        Optional<Refusal> refusal = again > 0 ? redeeming.takeAgain(again) : Optional.empty();
        List<Stake> all =
                new ArrayList<>(stakes.stream().filter(stake -> !stake.own()).toList());
        all.addAll(redeeming.stakes());
        stakes.stream().filter(Stake::own).forEach(all::add);
        stakes = all;
        restore();
        return refusal;
    }

    /** Points to be given beyond those that the member has of the order; if it has too many, they are taken back. */
    long give(Yield yield) {
        if (!earlier.paid()) {
            given = Issue.points(yield.awards());
            return given;
        }
        ClawingBack clawing = new ClawingBack(session, draft, earlier.position().order(), stakes);
        long net = earlier.net(clawing.owed());
        long more = calculation(yield).points(remaining().lines()) - net;
        taken = earlier.taken(clawing.owed());
        clawing.owe(0);
        if (more < 0) {
            clawed = clawing.take(-more);
        }
        given = Math.max(0, more);
        return given;
    }

    private Calculation calculation(Yield yield) {
        return new Calculation(
                yield.contributions(), program.policy(Stacking.class), program.policy(Rounding.class), yield.most());
    }

    /** What comes of it besides points, as it is left. */
    Yield left(Yield yield) {
        KeptLines lines = remaining().lines();
        return earlier.paid()
                ? yield.left(
                        calculation(yield).rewards(lines), calculation(yield).stamps(lines))
                : yield;
    }

    /** Of the whole order, as it is left. */
    List<Award> awards(Earned earned, Yield yield) {
        return earlier.paid()
                ? earned.awards(calculation(yield).shares(remaining().lines()))
                : yield.awards();
    }

    /** The position behind it. */
    PositionDraft position(Terms terms, List<Stake> own) {
        List<Line> lines = lines();
        List<Stake> all = new ArrayList<>(stakes);
        all.addAll(own);
        Tally before = earlier.position().tally();
        long issued = before.issued() + given;
        long total = issued - taken - clawed.taken() - clawed.shortfall();
        Tally tally = new Tally(issued, issued - total, taken + clawed.taken(), redeemed(), Restoring.back(all));
        boolean whole = earlier.paid() && remaining().nothing();
        return earlier.position()
                .to(whole ? State.RETURNED : State.PURCHASED)
                .lines(lines)
                .terms(terms)
                .reserved(reserved())
                .asked(earlier.beyond(lines))
                .rewards(pricing.paid())
                .tally(tally)
                .stakes(all)
                .shortfall(clawed.shortfall());
    }

    private Reserved reserved() {
        List<String> held = redeeming.stillHeld();
        return held.isEmpty()
                ? Reserved.NOTHING
                : new Reserved(held, earlier.position().reserved().until());
    }
}
