package io.loyalty4j.simulation;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refund;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Money comes back for goods that stay, perhaps before the order is known.
 *
 * @param money in cents
 */
record PriceCut(MemberId member, String order, String id, long money) implements Asking {
    @Override
    public Command command() {
        return new Refund(member, order, id, Optional.of(BigDecimal.valueOf(money, 2)), List.of());
    }

    @Override
    public Optional<String> once() {
        return Optional.of("give back " + order + " " + id);
    }

    @Override
    public Optional<Asking> altered() {
        return Optional.of(new PriceCut(member, order, id, money + 1));
    }

    @Override
    public String outcome(Visit visit) {
        Optional<String> no = visit.stranger();
        if (no.isPresent()) {
            return no.get();
        }
        Sale sale = visit.purse.sale(order);
        sale.refunded += money;
        if (sale.paid) {
            new Comeback(visit, sale).asked();
        }
        visit.posted();
        return visit.applied();
    }
}
