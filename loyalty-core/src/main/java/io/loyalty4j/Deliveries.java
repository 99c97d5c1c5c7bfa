package io.loyalty4j;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException.ConcurrentUpdateException;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Message;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books what postings send to other members: at once, and again by housekeeping where that failed. Each has one effect, however often it is delivered. */
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(LoyaltyEngine.class);

    private static final int MOST_FAILED = 10_000;

    private final LoyaltyStore store;
    private final Function<Command, Commit> book;
    /** Messages of this round that could not be booked. */
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    Deliveries(LoyaltyStore store, Function<Command, Commit> book) {
        this.store = store;
        this.book = book;
    }

    /**
     * Whether it was booked, or refused for good; the sender's command is not harmed if it was not.
     *
     * @throws ConcurrentUpdateException if the two are in one transaction of the shop's, of which nothing may be kept now
     */
    boolean deliver(Message message) {
        try {
            if (book.apply(message.command()) instanceof Commit.Refused refused && untimely(refused.why())) {
                LOG.warn("The message {} is tried again: {}", message.id(), refused.why());
                return false;
            }
            store.delivered(message);
            return true;
        } catch (ConcurrentUpdateException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("The message {} could not be booked; it is tried again", message.id(), e);
            return false;
        }
    }

    /** Whether another machine, or this one later, would book it. */
    static boolean untimely(Refusal why) {
        return why instanceof Refusal.ClockBehind
                || why instanceof Refusal.ProgramOutdated
                || why instanceof Refusal.ProgramNotInForce;
    }

    /** Delivers some of those that wait. What fails is passed over until {@link #startOver}, so that it keeps nobody back. */
    Round deliverWaiting(int limit) {
        if (failed.size() >= MOST_FAILED) {
            startOver();
        }
        List<Message> waiting = store.messages(limit + failed.size()).stream()
                .filter(message -> !failed.contains(message.id()))
                .limit(limit)
                .toList();
        int booked = 0;
        for (Message message : waiting) {
            if (deliver(message)) {
                booked++;
            } else {
                failed.add(message.id());
            }
        }
        return new Round(booked, waiting.size() == limit);
    }

    /** Tries everything again that failed. */
    void startOver() {
        failed.clear();
    }

    /** How many were booked, and whether there may be others. */
    record Round(int booked, boolean more) {}
}
