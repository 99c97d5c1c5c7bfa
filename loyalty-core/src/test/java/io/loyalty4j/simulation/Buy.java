package io.loyalty4j.simulation;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.simulation.Sale.Stage;
import java.util.Map;
import java.util.Optional;

/** A paid order. */
record Buy(Basket basket) implements Asking {
    private static final long FOR_EVER = 253_402_214_400_000L;

    @Override
    public MemberId member() {
        return basket.member();
    }

    @Override
    public Order command() {
        return basket.order();
    }

    @Override
    public Optional<String> once() {
        return Optional.of("buy " + basket.id());
    }

    @Override
    public Optional<Asking> altered() {
        return Optional.of(new Buy(basket.dearer()));
    }

    @Override
    public String outcome(Visit visit) {
        Purse purse = visit.purse;
        Sale sale = purse.sale(basket.id());
        Optional<String> no = visit.stranger()
                .or(() -> sale.paid ? Optional.of("revision-outdated") : Optional.empty())
                .or(() -> visit.tooEarly(basket.placedAt()))
                .or(basket::foreign);
        if (no.isPresent()) {
            return no.get();
        }
        boolean idle = purse.tokens.stream().anyMatch(token -> token.outstanding() && token.grant.idle != Grant.NEVER);
        sale.pieces.addAll(basket.pieces());
        Till till = new Till(visit, basket.id(), sale.pieces);
        no = till.capture(basket.rewards(), sale.reserved);
        if (no.isPresent()) {
            return no.get();
        }
        till.setBases();
        sale.redeemed = till.redeemed();
        boolean undone = sale.undone();
        earn(visit, sale);
        stayActive(visit, sale, idle);
        visit.posted();
        deferred(visit, sale, undone);
        return visit.applied();
    }

    private void earn(Visit visit, Sale sale) {
        sale.stage = Stage.PURCHASED;
        sale.paid = true;
        sale.nothingReserved();
        sale.promise = visit.rules.promise();
        sale.issued = sale.deserved();
        visit.purse.give(
                visit.rules.grant("order/" + basket.id() + "@1", sale.name, visit.happened(basket.placedAt())),
                sale.issued,
                visit.now);
    }

    /** Points that would lapse for inactivity do not, for a while; or never, if that is no matter any more. */
    private void stayActive(Visit visit, Sale sale, boolean idle) {
        long active = sale.redeemed > 0 ? visit.now : visit.happened(basket.placedAt());
        visit.rules
                .pause(active)
                .or(() -> idle ? Optional.of(FOR_EVER) : Optional.empty())
                .ifPresent(until -> visit.purse.activeUntil = Math.max(visit.purse.activeUntil, until));
    }

    /** What came back before it was sold. */
    static void deferred(Visit visit, Sale sale, boolean undone) {
        if (undone) {
            new Comeback(visit, sale).all();
            visit.posted();
        } else if (!sale.asked.isEmpty()) {
            new Comeback(visit, sale).pieces(Map.of());
            visit.posted();
        }
    }
}
