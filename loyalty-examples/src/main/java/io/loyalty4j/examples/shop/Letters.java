package io.loyalty4j.examples.shop;

import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.notify.Notifier;
import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what each member is told, to be read on their page; what is told twice once. A shop that writes to people has a {@link Notifier} that sends mail. */
final class Letters implements Notifier {
    private final Map<MemberId, Map<String, LoyaltyEvent>> told = new ConcurrentHashMap<>();

    @Override
    public void on(LoyaltyEvent event) {
        told.compute(event.member(), (member, before) -> {
            Map<String, LoyaltyEvent> all = before == null ? new LinkedHashMap<>() : new LinkedHashMap<>(before);
            all.putIfAbsent(event.id(), event);
            return all;
        });
    }

    /** The latest first. */
    List<LoyaltyEvent> of(MemberId member) {
        List<LoyaltyEvent> all =
                new ArrayList<>(told.getOrDefault(member, Map.of()).values());
        java.util.Collections.reverse(all);
        return all;
    }
}
