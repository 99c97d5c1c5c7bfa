package io.loyalty4j.notify;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log. */
final class LoggingNotifier implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger("io.loyalty4j.notify");

    @Override
    public void on(LoyaltyEvent event) {
        LOG.info("{} {}", event.id(), event);
    }
}
