package io.loyalty4j.ledger;

import io.loyalty4j.earn.Calculation;
import io.loyalty4j.earn.Count;
import io.loyalty4j.earn.KeptLines;
import io.loyalty4j.earn.Stamps;
import io.loyalty4j.shop.Referral;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a return undoes besides points: what an order counted for, when all of it has come back; and, piece by piece, the stamps it brought, the vouchers it
 * gave, and what it brought who referred the member. All of it follows from what is kept, so that any partition of returns undoes the same.
 */
final class Undoing {
    private final Session session;
    private final Draft draft;
    private final OrderPosition before;
    private final OrderPosition.Terms terms;
    private final Calculation calculation;

    Undoing(Session session, Draft draft, OrderPosition before) {
        this.session = session;
        this.draft = draft;
        this.before = before;
        this.terms = before.terms().orElseThrow();
        this.calculation = terms.calculation();
    }

    void undo(KeptLines kept, boolean whole) {
        KeptLines had = before.remaining().lines();
        unstamp(had, kept);
        takeVouchers(had, kept, Voucher::take);
        withdraw(had, kept);
        if (whole && !before.whole()) {
            uncount();
        }
    }

    /** All of it, to be done anew by an edit of the order; used vouchers and the member's referral stay as they are until that is known. */
    void undoForEdit() {
        KeptLines had = before.remaining().lines();
        unstamp(had, KeptLines.undone());
        takeVouchers(had, KeptLines.undone(), Voucher::takeForNow);
        terms.counters().keySet().stream()
                .filter(name -> !Ticket.is(name))
                .sorted()
                .forEach(this::uncount);
        if (terms.referral().isPresent()) {
            draft.uncount(Referrals.REWARDED, 1);
        }
    }

    /** What an order counted for of which an edit leaves nothing. */
    void uncount() {
        terms.counters().keySet().stream().sorted().forEach(this::uncount);
    }

    private void uncount(String name) {
        long by = terms.counters().getOrDefault(name, 0L);
        if (Ticket.is(name)) {
            Stream.generate(() -> Ticket.parse(name)).limit(-by).forEach(used -> used.giveBack(draft, session.now()));
        } else {
            draft.uncount(name, by);
        }
    }

    private void unstamp(KeptLines had, KeptLines kept) {
        Iterator<Stamps> earlier = calculation.stamps(had).iterator();
        List<Stamps> now = calculation.stamps(kept);
        for (Stamps stamps : now) {
            Count change = stamps.since(earlier.next());
            if (change.by() != 0 || change.terms().isPresent()) {
                draft.stamp(change);
            }
        }
    }

    private void takeVouchers(KeptLines had, KeptLines kept, Taking taking) {
        if (terms.vouchers().isEmpty()) {
            return;
        }
        Map<String, Long> earlier = calculation.rewards(had);
        Map<String, Long> now = calculation.rewards(kept);
        new TreeMap<>(terms.vouchers()).forEach((reward, counter) -> {
            long back = earlier.getOrDefault(reward, 0L) - now.getOrDefault(reward, 0L);
            long there = taking.take(draft, counter, back, session.now());
            CodeCounter.takeBack(draft, before.order(), counter, there);
        });
    }

    /** A way to take vouchers back. */
    private interface Taking {
        long take(Draft draft, String voucher, long count, Instant now);
    }

    private void withdraw(KeptLines had, KeptLines kept) {
        terms.referral()
                .filter(referral ->
                        calculation.stands(referral.rule(), had) && !calculation.stands(referral.rule(), kept))
                .ifPresent(referral -> {
                    draft.uncount(Referrals.REWARDED, 1);
                    draft.change(new Change.Sent(
                            new Referral.Withdrawal(referral.referrer(), before.member(), referral.purchase())));
                });
    }
}
