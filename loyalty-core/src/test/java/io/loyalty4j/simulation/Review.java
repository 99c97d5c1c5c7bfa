package io.loyalty4j.simulation;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.simulation.Sale.Stage;
import java.time.Instant;
import java.util.Optional;

/** A review, or another kind of activity that the program does not know. */
record Review(MemberId member, String kind, String id, Optional<Long> doneAt) implements Asking {
    static final String KNOWN = "review";

    @Override
    public Activity command() {
        Activity activity = Activity.of(member, kind, id);
        return doneAt.map(at -> activity.at(Instant.ofEpochMilli(at))).orElse(activity);
    }

    @Override
    public Optional<String> once() {
        return Optional.of("review " + id);
    }

    @Override
    public Optional<Asking> altered() {
        return Optional.of(new Review(member, kind, id, Optional.of(doneAt.orElse(0L) + 1)));
    }

    String name() {
        return "~activity/" + kind + "/" + id;
    }

    @Override
    public String outcome(Visit visit) {
        Optional<String> no = visit.stranger()
                .or(() -> visit.tooEarly(doneAt))
                .or(() -> kind.equals(KNOWN) ? Optional.empty() : Optional.of("activity-not-in-program"));
        if (no.isPresent()) {
            return no.get();
        }
        Sale sale = visit.purse.sale(name());
        boolean undone = sale.undone();
        sale.stage = Stage.PURCHASED;
        sale.paid = true;
        sale.revision = 1;
        sale.whole = visit.rules.review();
        sale.issued = sale.whole;
        visit.purse.give(
                visit.rules.grant("activity/" + kind + "/" + id, sale.name, visit.happened(doneAt)),
                sale.issued,
                visit.now);
        visit.posted();
        Buy.deferred(visit, sale, undone);
        return visit.applied();
    }
}
