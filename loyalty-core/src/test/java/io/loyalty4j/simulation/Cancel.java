package io.loyalty4j.simulation;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.simulation.Sale.Stage;
import java.util.Optional;

/** An order is undone, whatever has become of it. */
record Cancel(MemberId member, String order, int revision) implements Asking {
    @Override
    public Command command() {
        return new Order.Cancellation(member, order, revision);
    }

    @Override
    public Optional<String> once() {
        return Optional.of("cancel " + order + "@" + revision);
    }

    @Override
    public String outcome(Visit visit) {
        return undo(visit, order, revision);
    }

    /** Undoes an order or an activity. */
    static String undo(Visit visit, String name, int revision) {
        Optional<String> no = visit.stranger();
        if (no.isPresent()) {
            return no.get();
        }
        Sale sale = visit.purse.sale(name);
        if (revision < sale.revision) {
            return "revision-outdated";
        }
        sale.revision = revision;
        visit.purse.holdsOf(name).forEach(hold -> visit.purse.release(hold, visit.now));
        if (sale.paid) {
            new Comeback(visit, sale).all();
        } else {
            sale.stage = Stage.CANCELLED;
            sale.nothingReserved();
        }
        visit.posted();
        return visit.applied();
    }
}
