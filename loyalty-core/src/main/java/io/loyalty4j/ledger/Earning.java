package io.loyalty4j.ledger;

import io.loyalty4j.earn.Count;
import io.loyalty4j.earn.Earned;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.earn.Stamps;
import io.loyalty4j.earn.Yield;
import io.loyalty4j.ledger.OrderPosition.Terms;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.Offered;
import io.loyalty4j.reward.VoucherTerms;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import io.loyalty4j.shop.Referral;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Books what rules give on an occasion: points into their lots, what counters note, stamps, vouchers, what budgets are used for, what chance has drawn, and
 * what another member is to have.
 */
final class Earning {
    private static final Duration WITHOUT_THE_REWARD = Duration.ofDays(30);

    private final Session session;
    private final LoyaltyProgram program;
    private final Draft draft;
    private final Optional<String> order;
    private final Instant occurredAt;
    private final Optional<Instant> usable;
    private final Earlier earlier;
    private final CodeIssue codes;
    private final Map<String, Long> counted = new HashMap<>();
    private final Map<String, String> vouchers;
    private final List<Stake> stakes = new ArrayList<>();

    Earning(
            Session session,
            Draft draft,
            Optional<String> order,
            Instant occurredAt,
            Optional<Instant> usable,
            Earlier earlier) {
        this.session = session;
        this.program = session.program();
        this.draft = draft;
        this.order = order;
        this.occurredAt = occurredAt;
        this.usable = usable;
        this.earlier = earlier;
        this.vouchers = new HashMap<>(earlier.vouchers());
        this.codes = new CodeIssue(session, draft, earlier.position().order());
    }

    /** As if an earlier booking of the same order had not been. */
    Earned ask(Occasion occasion) {
        return program.plan().ask(occasion, session.memory(draft.counters(), earlier.budgets()));
    }

    /** What it comes to; empty if that is more points than an account can have. */
    Optional<Yield> comesTo(Earned earned) {
        return earned.comesTo(program.policy(Stacking.class), program.policy(Rounding.class))
                .filter(yield -> Bounds.ofOrder(draft.account(), Issue.points(yield.awards()))
                        .isEmpty());
    }

    private Issue issue() {
        return new Issue(session, draft, session.requestId(), order, occurredAt, usable).fulfilled(earlier.fulfilled());
    }

    /**
     * Books it all.
     *
     * @param points to be given: all that was awarded, or what an edit has given more
     */
    void book(Earned earned, Yield yield, long points) {
        issue(earned, yield, points);
        yield.counts().forEach(this::count);
        stamp(yield);
        new TreeMap<>(yield.rewards()).forEach(this::giveVouchers);
        earlier.vouchers().keySet().stream().sorted().forEach(reward -> Voucher.settle(draft, reward, session.now()));
        yield.budgets().forEach((budget, use) -> {
            long more = use.used() - earlier.budgets().getOrDefault(budget, 0L);
            if (more > 0) {
                draft.change(new Change.Granted(budget, more, use.limit()));
            }
        });
        earned.drawn().forEach((rule, prize) -> draft.change(new Change.Drawn(rule, prize)));
        refer(earned);
    }

    /** A rule whose points are usable only when the order cannot come back has a lot of its own. */
    private void issue(Earned earned, Yield yield, long points) {
        long later = newlyReferred(earned)
                .map(referral -> Math.min(points, pointsOf(referral.rule(), yield)))
                .orElse(0L);
        newlyReferred(earned).ifPresent(referral -> {
            String lot = session.requestId() + "~" + referral.rule();
            new Issue(session, draft, lot, order, occurredAt, Optional.of(end(referral)))
                    .book(later)
                    .ifPresent(stakes::add);
        });
        issue().book(points - later).ifPresent(stake -> stakes.add(0, stake));
    }

    private static long pointsOf(String rule, Yield yield) {
        return Issue.points(yield.awards().stream()
                .filter(award -> award.rule().equals(rule))
                .toList());
    }

    private Optional<Earned.Referral> newlyReferred(Earned earned) {
        return earned.referral().filter(referral -> earlier.referral().isEmpty());
    }

    private Instant end(Earned.Referral referral) {
        return occurredAt.atZone(program.zone()).plus(referral.returnableFor()).toInstant();
    }

    void count(Count count) {
        draft.count(count, session.now());
        counted.merge(count.name(), count.by(), Math::addExact);
    }

    private void stamp(Yield yield) {
        for (Stamps stamps : yield.stamps()) {
            draft.stamp(new Count(stamps.counter(), stamps.change(), Optional.empty(), Optional.of(stamps.terms())));
        }
    }

    private void giveVouchers(String reward, long count) {
        Optional<Offered> offered = program.offered(reward);
        Optional<String> terms = offered.flatMap(Offered::voucherTerms).map(VoucherTerms::text);
        String name = Optional.ofNullable(earlier.vouchers().get(reward))
                .orElseGet(() -> Voucher.name(
                        draft,
                        reward,
                        offered.flatMap(known -> known.voucherEnd(session.now(), program.zone()))
                                .orElseGet(() -> session.now().plus(WITHOUT_THE_REWARD)),
                        terms));
        codes.issue(name, count, Voucher.give(draft, name, count, terms, session.now()));
        vouchers.put(reward, name);
    }

    /** Sends the referrer their share, or takes it back, where an edit changes whether there is one. */
    private void refer(Earned earned) {
        earned.referral()
                .ifPresent(referral -> draft.count(
                        new Count(Referrals.REWARDED, 1, Optional.empty(), Optional.empty()), session.now()));
        newlyReferred(earned).ifPresent(this::send);
        earlier.referral()
                .filter(referral -> earned.referral().isEmpty())
                .ifPresent(referral -> draft.change(new Change.Sent(
                        new Referral.Withdrawal(referral.referrer(), session.member(), referral.purchase()))));
    }

    private void send(Earned.Referral referral) {
        draft.change(new Change.Sent(new Referral.Reward(
                referral.referrer(),
                session.member(),
                earlier.purchase(),
                referral.rule(),
                referral.points(),
                occurredAt,
                end(referral))));
    }

    /** In its own lots. */
    List<Stake> stakes() {
        return Collections.unmodifiableList(stakes);
    }

    /**
     * What was promised; how it counts for tiers is not yet said.
     *
     * @param alsoCounted what else it did to counters
     * @param rate of the currency
     */
    Terms terms(Earned earned, Yield yield, Past past, BigDecimal rate, Map<String, Long> alsoCounted) {
        Map<String, Long> counters = new HashMap<>(counted);
        counters.putAll(alsoCounted);
        Map<String, Long> budgets = new HashMap<>(earlier.budgets());
        yield.budgets().forEach((budget, use) -> budgets.merge(budget, use.used(), Math::max));
        return new Terms(
                earlier.program(),
                past,
                rate,
                yield.contributions(),
                program.policy(Stacking.class),
                program.policy(Rounding.class),
                yield.most(),
                Pricing.scale(program),
                Optional.empty(),
                counters,
                budgets,
                vouchers,
                earned.referral().map(this::referral));
    }

    private OrderPosition.Referral referral(Earned.Referral referral) {
        return earlier.referral()
                .orElseGet(() -> new OrderPosition.Referral(referral.rule(), referral.referrer(), earlier.purchase()));
    }
}
