package io.loyalty4j.notify;

import io.loyalty4j.earn.Occasion;
import io.loyalty4j.program.Moment;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks conditions of moments; one of the shop's own that throws does not hold, and stands in the way of nothing else. */
final class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    private Asking() {}

    static boolean holds(String id, Moment moment, Supplier<Occasion> occasion) {
        try {
            return moment.condition().test(occasion.get());
        } catch (RuntimeException e) {
            LOG.error("The condition of the moment {} fails; it is passed over", id, e);
            return false;
        }
    }
}
