package io.loyalty4j.notify;

import java.util.ArrayList;
import java.util.List;

/**
 * What a channel, or several together, ask of marketing messages.
 *
 * @param caps all of them hold
 * @param quiet all of them hold
 * @param first kinds of events in the order of their importance; all others come after
 */
record ChannelTerms(List<Cap> caps, List<QuietHours> quiet, List<Class<? extends LoyaltyEvent>> first) {
    static final ChannelTerms NONE = new ChannelTerms(List.of(), List.of(), List.of());

    ChannelTerms atMost(Cap cap) {
        return new ChannelTerms(joined(caps, List.of(cap)), quiet, first);
    }

    ChannelTerms quiet(QuietHours hours) {
        return new ChannelTerms(caps, joined(quiet, List.of(hours)), first);
    }

    ChannelTerms first(List<Class<? extends LoyaltyEvent>> events) {
        return new ChannelTerms(caps, quiet, joined(first, events));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
