package io.loyalty4j;

import io.loyalty4j.shop.Command;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Message;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books what postings send to other members: at once, and again by housekeeping where that failed. Each has one effect, however often it is delivered. */
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(LoyaltyEngine.class);

    private final LoyaltyStore store;
    private final Consumer<Command> book;

    Deliveries(LoyaltyStore store, Consumer<Command> book) {
        this.store = store;
        this.book = book;
    }

    /** Whether it was booked, or refused for good; the sender's command is not harmed if it was not. */
    boolean deliver(Message message) {
        try {
            book.accept(message.command());
            store.delivered(message);
            return true;
        } catch (RuntimeException e) {
            LOG.error("The message {} could not be booked; it is tried again", message.id(), e);
            return false;
        }
    }

    /** Delivers those that wait, and tells how many that were. */
    int deliverWaiting(int limit) {
        int delivered = 0;
        for (Message message : store.messages(limit)) {
            delivered += deliver(message) ? 1 : 0;
        }
        return delivered;
    }
}
