package io.loyalty4j.notify;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a notifier, which may do what it likes: throw, hang, call the engine. */
final class Calling {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    private Calling() {}

    /**
     * Tells an event by one way.
     *
     * @return why it failed; empty if it did not
     */
    static String tell(LoyaltyEvent event, Route route, Desk desk) {
        try {
            call(event, route, desk);
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            LOG.warn("The event {} could not be told by {}; it is tried again", event.id(), route.name(), e);
            return e.toString();
        }
    }

    private static void call(LoyaltyEvent event, Route route, Desk desk) throws Exception {
        Duration limit = desk.patience().timeLimit();
        Watch watch = desk.workers().watch(limit);
        try (watch) {
            route.way().notifier().on(event);
        } catch (Exception e) {
            watch.check(limit);
            throw e;
        }
        watch.check(limit);
    }
}
