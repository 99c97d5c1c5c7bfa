package io.loyalty4j.simulation;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refund;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pieces of an order come back, or are said to, perhaps before the order is known. */
record GiveBack(MemberId member, String order, String id, SortedMap<String, Integer> pieces) implements Asking {
    @Override
    public Command command() {
        Refund refund = new Refund(member, order, id, Optional.empty(), List.of());
        for (Map.Entry<String, Integer> each : pieces.entrySet()) {
            refund = refund.line(each.getKey(), each.getValue());
        }
        return refund;
    }

    @Override
    public Optional<String> once() {
        return Optional.of("give back " + order + " " + id);
    }

    @Override
    public Optional<Asking> altered() {
        SortedMap<String, Integer> more = new TreeMap<>(pieces);
        more.merge(pieces.firstKey(), 1, Integer::sum);
        return Optional.of(new GiveBack(member, order, id, more));
    }

    @Override
    public String outcome(Visit visit) {
        Optional<String> no = visit.stranger();
        if (no.isPresent()) {
            return no.get();
        }
        Sale sale = visit.purse.sale(order);
        pieces.forEach(sale::ask);
        if (sale.paid) {
            new Comeback(visit, sale).asked();
        }
        visit.posted();
        return visit.applied();
    }
}
