package io.loyalty4j.simulation;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.simulation.Sale.Stage;
import java.util.Optional;

/** A paid order, or another revision of one. */
record Buy(Basket basket) implements Asking {
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
        return Optional.of("buy " + basket.lot());
    }

    @Override
    public Optional<Asking> altered() {
        return Optional.of(new Buy(basket.dearer()));
    }

    @Override
    public String outcome(Visit visit) {
        Sale sale = visit.purse.sale(basket.id());
        Optional<String> no = visit.stranger()
                .or(() -> outdated(sale))
                .or(() -> visit.tooEarly(basket.placedAt()))
                .or(basket::foreign);
        if (no.isPresent()) {
            return no.get();
        }
        return sale.paid ? new Edit(visit, sale, basket).outcome() : first(visit, sale);
    }

    private Optional<String> outdated(Sale sale) {
        boolean known = basket.revision() < sale.revision || (basket.revision() == sale.revision && sale.paid);
        return known ? Optional.of("revision-outdated") : Optional.empty();
    }

    private String first(Visit visit, Sale sale) {
        Activeness activity = new Activeness(visit);
        sale.pieces.addAll(basket.pieces());
        Till till = new Till(visit, basket, sale.pieces);
        Optional<String> no = till.capture(basket.rewards(), sale.reserved, basket.keeping());
        if (no.isPresent()) {
            return no.get();
        }
        till.setBases();
        sale.redeemed = till.redeemed();
        sale.rewards = till.rewards();
        sale.happened = visit.happened(basket.placedAt());
        boolean undone = sale.undone() && basket.revision() <= sale.revision;
        sale.stage = Stage.PURCHASED;
        sale.paid = true;
        sale.revision = basket.revision();
        sale.program = visit.rules.number();
        sale.stillReserved(visit.purse);
        sale.promised(visit.rules.promise());
        sale.pieces.forEach(piece -> piece.rate = visit.rules.promise().rate());
        sale.issued = sale.atFullPrice();
        visit.purse.give(visit.rules.grant(basket.lot(), sale), sale.issued, visit.now);
        activity.goOn(till.redeemed() > 0 ? visit.now : sale.happened);
        visit.posted();
        deferred(visit, sale, undone);
        return visit.applied();
    }

    /** What came back before it was sold. */
    static void deferred(Visit visit, Sale sale, boolean undone) {
        if (undone) {
            new Comeback(visit, sale).all();
            visit.posted();
        } else if (!sale.asked.isEmpty() || sale.refunded > 0) {
            new Comeback(visit, sale).asked();
            visit.posted();
        }
    }
}
