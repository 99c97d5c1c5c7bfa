package io.loyalty4j.notify;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a notifier, which may do what it likes: throw, hang, call the engine. */
final class Calling {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    private Calling() {}

    /**
     * Tells an event by one way. One that returns has told it, however late.
     *
     * @return why it failed; empty if it did not
     */
    static String tell(LoyaltyEvent event, Route route, Desk desk) {
        Duration limit = desk.patience().timeLimit();
        Watch watch = desk.workers().watch(limit);
        try (watch) {
            route.way().notifier().on(event);
            return "";
        } catch (Throwable e) { // whatever it throws is this event's matter, and is counted
            LOG.warn("The event {} could not be told by {}; it is tried again", event.id(), route.name(), e);
            return watch.rang() ? "no answer within " + limit : e.toString();
        }
    }
}
