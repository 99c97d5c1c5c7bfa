package io.loyalty4j.simulation;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.simulation.Sale.Stage;
import java.util.List;
import java.util.Optional;

/** The payment page: what the order redeems is kept for it, no more and no less. */
record Reserve(Basket basket) implements Asking {
    @Override
    public MemberId member() {
        return basket.member();
    }

    @Override
    public Command command() {
        return basket.order().reservation();
    }

    @Override
    public Optional<String> once() {
        return Optional.empty();
    }

    @Override
    public String outcome(Visit visit) {
        Purse purse = visit.purse;
        Sale sale = purse.sale(basket.id());
        if (sale.paid && sale.stage != Stage.CANCELLED) {
            return Visit.REPLAYED;
        }
        Optional<String> no = visit.stranger()
                .or(() -> sale.stage == Stage.CANCELLED ? Optional.of("order-closed") : Optional.empty())
                .or(() -> visit.tooEarly(basket.placedAt()))
                .or(basket::foreign);
        if (no.isPresent()) {
            return no.get();
        }
        List<Holding> before = List.copyOf(purse.holds);
        long until = sale.reservedUntil > visit.now ? sale.reservedUntil : visit.rules.endOfHold(visit.now);
        no = new Till(visit, basket, basket.pieces()).keep(basket.rewards(), until);
        if (no.isPresent()) {
            return no.get();
        }
        if (before.equals(purse.holds) && basket.rewards().equals(sale.reserved)) {
            return Visit.REPLAYED;
        }
        sale.stage = Stage.HELD;
        sale.reserved = basket.rewards();
        sale.reservedUntil = basket.rewards().isEmpty() ? sale.reservedUntil : until;
        visit.posted();
        return visit.applied();
    }
}
