package io.loyalty4j.testing;

import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.notify.Notifier;
import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.List;

/** What members were told. Thread-safe. */
final class Told implements Notifier {
    private final List<LoyaltyEvent> events = new ArrayList<>();

    @Override
    public synchronized void on(LoyaltyEvent event) {
        events.add(event);
    }

    synchronized int count() {
        return events.size();
    }

    List<LoyaltyEvent> to(MemberId member) {
        return to(member, 0, count());
    }

    /** Some of all that was told, of which those of the member. */
    synchronized List<LoyaltyEvent> to(MemberId member, int from, int until) {
        return events.subList(from, until).stream()
                .filter(event -> event.member().equals(member))
                .toList();
    }
}
