package io.loyalty4j.notify;

import java.util.ArrayList;
import java.util.List;

/**
 * What a channel, or several together, ask of marketing messages.
 *
 * @param caps all of them hold
 * @param quiet all of them hold
 * @param only kinds of events that go by it, in each of these; all if there is none
 * @param first kinds of events in the order of their importance; all others come after
 */
record ChannelTerms(
        List<Cap> caps,
        List<QuietHours> quiet,
        List<List<Class<? extends LoyaltyEvent>>> only,
        List<Class<? extends LoyaltyEvent>> first) {
    static final ChannelTerms NONE = new ChannelTerms(List.of(), List.of(), List.of(), List.of());

    ChannelTerms atMost(Cap cap) {
        return new ChannelTerms(joined(caps, List.of(cap)), quiet, only, first);
    }

    ChannelTerms quiet(QuietHours hours) {
        return new ChannelTerms(caps, joined(quiet, List.of(hours)), only, first);
    }

    ChannelTerms first(List<Class<? extends LoyaltyEvent>> events) {
        return new ChannelTerms(caps, quiet, only, joined(first, events));
    }

    ChannelTerms only(List<Class<? extends LoyaltyEvent>> events) {
        return new ChannelTerms(caps, quiet, joined(only, List.of(events)), first);
    }

    boolean wants(LoyaltyEvent event) {
        return only.stream().allMatch(some -> some.stream().anyMatch(kind -> kind.isInstance(event)));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
