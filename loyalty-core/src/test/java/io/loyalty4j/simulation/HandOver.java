package io.loyalty4j.simulation;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.simulation.Token.Where;
import java.util.Optional;

/** The goods of an order are handed over, perhaps before it is known: points that waited for it begin their life. */
record HandOver(MemberId member, String order) implements Asking {
    @Override
    public Command command() {
        return new Order.Fulfilment(member, order);
    }

    @Override
    public Optional<String> once() {
        return Optional.of("hand over " + order);
    }

    @Override
    public String outcome(Visit visit) {
        Optional<String> no = visit.stranger();
        if (no.isPresent()) {
            return no.get();
        }
        Sale sale = visit.purse.sale(order);
        sale.handedOver = Optional.of(visit.now);
        visit.purse.grants.stream()
                .filter(grant -> grant.cause.equals(order) && grant.usable == Grant.WAITING)
                .forEach(grant -> begin(visit, grant));
        visit.posted();
        return visit.applied();
    }

    private static void begin(Visit visit, Grant grant) {
        visit.rules.date(grant, visit.now);
        for (Token token : visit.purse.tokens) {
            if (token.grant == grant && token.where == Where.PENDING && grant.usable <= visit.now) {
                visit.purse.comeIn(token);
            }
        }
    }
}
