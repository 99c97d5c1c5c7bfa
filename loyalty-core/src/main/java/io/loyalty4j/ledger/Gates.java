package io.loyalty4j.ledger;

import io.loyalty4j.earn.Count;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.Benefit;
import io.loyalty4j.reward.Offered;
import io.loyalty4j.reward.Payable;
import io.loyalty4j.reward.VoucherTerms;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a reward asks before it is given: that it is offered, that its conditions and limits hold, that there is one left, that the member can afford it. */
final class Gates {
    private static final int MOST_HOLDS = 100;

    private final LoyaltyProgram program;
    private final Draft draft;
    private final Pricing pricing;
    private final Occasion occasion;
    private final Instant now;
    private final Pieces pieces;
    private final TypedCodes codes;

    /** For an order at its price before rewards. */
    Gates(Session session, Draft draft, Order order, Pricing pricing, Occasion occasion, TypedCodes codes) {
        this.program = session.program();
        this.draft = draft;
        this.pricing = pricing;
        this.occasion = occasion;
        this.now = session.now();
        this.pieces = new Pieces(session, draft, order.id(), pricing);
        this.codes = codes;
    }

    /** All of them; what the draft has available is what can be afforded. */
    Optional<Refusal> all(Wanted wanted, Optional<Piece> piece) {
        String id = wanted.reward();
        return payable(wanted)
                .or(() -> limit(id))
                .or(() -> piece.flatMap(one -> pieces.refusal(id, one)))
                .or(() -> voucher(wanted))
                .or(this::tooManyHolds)
                .or(() -> affordable(id, points(wanted), 0));
    }

    /** Whether the program has it now, for such an order, for so many points. */
    Optional<Refusal> payable(Wanted wanted) {
        return offered(wanted).or(() -> conditions(wanted));
    }

    Optional<Refusal> offered(Wanted wanted) {
        Optional<Offered> reward = find(wanted.reward());
        if (fixed(wanted).isPresent()) {
            return reward.flatMap(known -> known.notBegun(now, program.zone()));
        }
        return reward.map(known -> known.refusalAt(now, program.zone())).orElseGet(() -> unknown(wanted.reward()));
    }

    /** What a voucher says that it is good for. */
    Optional<VoucherTerms> fixed(Wanted wanted) {
        return ticket(wanted).flatMap(ticket -> Voucher.terms(draft, ticket.voucher()));
    }

    /** Whether it is for such an order, not larger than what is left to pay, and to be had for so many points. */
    Optional<Refusal> conditions(Wanted wanted) {
        String id = wanted.reward();
        Optional<Offered> reward = find(id);
        Payable goods = payableGoods(id);
        Optional<Refusal> price = fixed(wanted)
                .map(terms -> wanted.fits(id, terms.points())
                        ? terms.benefit().refusal(id, goods)
                        : notFor(wanted, terms.points()))
                .orElseGet(() -> reward.map(known -> known.refusal(wanted.points(), goods))
                        .orElseGet(() -> unknown(id)));
        return pricing.otherMoneyThan(id)
                .or(() -> reward.flatMap(known -> known.refusalFor(occasion)))
                .or(() -> price)
                .or(() -> reward.flatMap(this::noGoods));
    }

    private static Optional<Refusal> notFor(Wanted wanted, long points) {
        return Optional.of(new RewardRefusal.PointsNotAccepted(wanted.reward(), wanted.points(), points, points, 1));
    }

    private static Optional<Refusal> unknown(String id) {
        return Optional.of(new Refusal.RewardNotOffered(id, "the program has no such reward"));
    }

    /** Whether the member, or the order, has not had it too often; what other orders have reserved counts. */
    Optional<Refusal> limit(String id) {
        return find(id).flatMap(this::limit);
    }

    private Optional<Refusal> limit(Offered reward) {
        long inOrder = pricing.paid().stream()
                .filter(paid -> together(reward, paid.reward()))
                .count();
        long setAside = draft.holds().stream()
                .filter(hold -> together(reward, hold.reward()))
                .count();
        return reward.limit(occasion, draft.counters(), inOrder, setAside);
    }

    private boolean together(Offered reward, String other) {
        return find(other).filter(reward::sharesLimitWith).isPresent();
    }

    /** Whether it takes a voucher; one that the program has no more can be had by those that were given. */
    private boolean needsVoucher(String id) {
        return find(id).map(Offered::needsVoucher)
                .orElseGet(() -> Voucher.first(draft, id, now).isPresent());
    }

    /** Whether the member has been given one, if it takes that, or the code is good that was typed for it; those that orders hold are not there for others. */
    Optional<Refusal> voucher(Wanted wanted) {
        if (wanted.code().isPresent()) {
            return codes.refusal(Stream.of(wanted));
        }
        return needsVoucher(wanted.reward())
                        && Voucher.first(draft, wanted.reward(), now).isEmpty()
                ? Optional.of(new Refusal.RewardNotOffered(wanted.reward(), "it takes a voucher, and there is none"))
                : Optional.empty();
    }

    /** The voucher that it takes; empty if it takes none. */
    Optional<Ticket> ticket(Wanted wanted) {
        return needsVoucher(wanted.reward()) || wanted.code().isPresent()
                ? wanted.ticket(draft, now)
                : Optional.empty();
    }

    private Optional<Refusal> tooManyHolds() {
        return draft.holds().size() >= MOST_HOLDS
                ? Optional.of(new Refusal.LimitReached("holds", MOST_HOLDS))
                : Optional.empty();
    }

    /**
     * Whether the member has the points.
     *
     * @param held those of them that the order holds for it
     */
    Optional<Refusal> affordable(String id, long points, long held) {
        return points - held > draft.available()
                ? Optional.of(new Refusal.InsufficientPoints(id, points, draft.available() + held))
                : Optional.empty();
    }

    /** Whether what the order is paid with, or holds, still fits it; what the program or the calendar have done since is no matter. */
    Optional<Refusal> kept(Paid paid) {
        String id = paid.reward();
        return pricing.otherMoneyThan(id)
                .or(() -> find(id).flatMap(reward -> reward.refusalForHeld(occasion)))
                .or(() -> paid.benefit().refusal(id, payableGoods(id)))
                .or(() -> find(id).flatMap(this::noGoods));
    }

    /** Also what takes nothing off asks for the lines that it is for. */
    private Optional<Refusal> noGoods(Offered reward) {
        boolean there = !reward.onSomeLines()
                || pricing.lines().stream().anyMatch(line -> line.counts() && reward.takesOff(line.line()));
        Payable goods = payableGoods(reward.id());
        BigDecimal coin = BigDecimal.ONE.movePointLeft(goods.scale());
        return there
                ? Optional.empty()
                : Optional.of(new Refusal.OrderTooSmall(reward.id(), goods.money(coin), goods.money(BigDecimal.ZERO)));
    }

    Payable payableGoods(String id) {
        return pricing.payable(goods(id));
    }

    /** The goods that a reward takes something off; of one that the program has no more, all. */
    Predicate<OrderLine> goods(String id) {
        return find(id).<Predicate<OrderLine>>map(reward -> reward::takesOff).orElse(line -> true);
    }

    /** The points of a reward that has passed. */
    long points(Wanted wanted) {
        return fixed(wanted)
                .map(VoucherTerms::points)
                .orElseGet(() -> passed(wanted.reward()).points(wanted.points()));
    }

    /** What the order gets for a reward that has passed. */
    Benefit benefit(Wanted wanted) {
        return fixed(wanted)
                .map(VoucherTerms::benefit)
                .orElseGet(() -> passed(wanted.reward()).benefit(points(wanted), payableGoods(wanted.reward())));
    }

    /** What taking it counts, for its own limits and for those that others share with it; nothing where the program has it no more. */
    List<Count> counts(String id) {
        return find(id).map(this::counts).orElse(List.of());
    }

    private List<Count> counts(Offered reward) {
        return sharing(reward)
                .flatMap(one -> one.counts(occasion, program.zone()).stream())
                .distinct()
                .toList();
    }

    private Stream<Offered> sharing(Offered reward) {
        return reward.sharesLimit() ? program.offered().stream().filter(reward::sharesLimitWith) : Stream.of(reward);
    }

    /** Those of which there is an end. */
    Pieces pieces() {
        return pieces;
    }

    Optional<Offered> find(String id) {
        return program.offered(id);
    }

    private Offered passed(String id) {
        return find(id).orElseThrow(
                        () -> new IllegalStateException("the unknown reward " + id + " has not passed any gate"));
    }
}
