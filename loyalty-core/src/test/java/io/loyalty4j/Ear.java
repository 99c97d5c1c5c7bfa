package io.loyalty4j;

import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.notify.Notifier;
import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.List;

/** Hears what is told, all of it or what it can stand. Thread-safe. */
public final class Ear implements Notifier {
    private final List<LoyaltyEvent> heard = new ArrayList<>();
    private Notifier first = event -> {};

    /** One that hears everything. */
    public Ear() {}

    /** Does this before it hears; what throws is not heard. */
    public synchronized Ear first(Notifier other) {
        this.first = other;
        return this;
    }

    private synchronized Notifier first() {
        return first;
    }

    @Override
    public void on(LoyaltyEvent event) throws Exception {
        first().on(event);
        synchronized (this) {
            heard.add(event);
        }
    }

    public synchronized List<LoyaltyEvent> heard() {
        return List.copyOf(heard);
    }

    public synchronized void forget() {
        heard.clear();
    }

    /** As they are called, one member's. */
    public synchronized List<String> kinds(MemberId member) {
        return heard.stream()
                .filter(event -> event.member().equals(member))
                .map(LoyaltyEvent::kind)
                .toList();
    }

    public synchronized List<String> ids() {
        return heard.stream().map(LoyaltyEvent::id).toList();
    }
}
