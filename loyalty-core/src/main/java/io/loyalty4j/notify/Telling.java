package io.loyalty4j.notify;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.notify.LoyaltyEvent.About;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/** The events of one posting while they are read off it: each is numbered by its place. */
final class Telling {
    private final Posting.Header header;
    private final MessageClass messageClass;
    private final List<LoyaltyEvent> events = new ArrayList<>();

    Telling(Posting.Header header, MessageClass messageClass) {
        this.header = header;
        this.messageClass = messageClass;
    }

    void add(Function<About, LoyaltyEvent> event) {
        add(messageClass, event);
    }

    /** What concerns what is the member's, whatever it came by. */
    void addTransactional(Function<About, LoyaltyEvent> event) {
        add(MessageClass.TRANSACTIONAL, event);
    }

    private void add(MessageClass ofThis, Function<About, LoyaltyEvent> event) {
        String id = header.member() + "/" + header.version() + "/" + events.size();
        events.add(event.apply(new About(id, header.member(), header.recordedAt(), ofThis)));
    }

    /** Tells of points, if there are any. */
    void points(long points, LongFunction<Function<About, LoyaltyEvent>> event) {
        if (points != 0) {
            add(event.apply(points));
        }
    }

    List<LoyaltyEvent> events() {
        return List.copyOf(events);
    }
}
