package io.loyalty4j.notify;

import io.loyalty4j.shop.Window;
import java.util.List;

/**
 * A way to members with a name to consent to, and with limits on what they did not ask for: a notifier, or several channels together. Immutable; each method
 * returns a new one.
 */
public final class Channel {
    private Channel() {}

    /**
     * One way.
     *
     * @param name what {@link io.loyalty4j.shop.Member#consentsTo} names; 1 to 64 printable ASCII characters without spaces
     */
    public static Channel of(String name, Notifier notifier) {
        throw new UnsupportedOperationException(name + notifier);
    }

    /** Several, each asked by itself; caps and quiet hours of the whole hold for what goes by any of them. */
    public static Channel together(Channel... channels) {
        throw new UnsupportedOperationException(List.of(channels).toString());
    }

    /** At most so many marketing messages to a member in such a period, of the calendar in the member's zone or rolling; several caps must all hold. */
    public Channel atMost(int messages, Window window) {
        throw new UnsupportedOperationException(messages + window.code());
    }

    /** No marketing messages between two times of day in the member's zone, over midnight too; they wait. */
    public Channel quietBetween(String fromTime, String untilTime) {
        throw new UnsupportedOperationException(fromTime + untilTime);
    }

    /** What goes first where caps leave no room for all, in this order. */
    @SafeVarargs
    public final Channel first(Class<? extends LoyaltyEvent>... events) {
        throw new UnsupportedOperationException(List.of(events).toString());
    }
}
