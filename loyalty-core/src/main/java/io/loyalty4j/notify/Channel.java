package io.loyalty4j.notify;

import io.loyalty4j.shop.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way to members with a name to consent to, and with limits on what they did not ask for: a notifier, or several channels together. Immutable; each method
 * returns a new one. Mistakes are reported when the engine is built, all at once.
 */
public final class Channel {
    private final Optional<Way> way;
    private final List<Channel> parts;
    private final ChannelTerms terms;

    private Channel(Optional<Way> way, List<Channel> parts, ChannelTerms terms) {
        this.way = way;
        this.parts = parts;
        this.terms = terms;
    }

    /**
     * One way.
     *
     * @param name what {@link io.loyalty4j.shop.Member#consentsTo} names; 1 to 64 printable ASCII characters without spaces
     */
    public static Channel of(String name, Notifier notifier) {
        return new Channel(Optional.of(new Way(name, notifier, false)), List.of(), ChannelTerms.NONE);
    }

    /** The only way: who agreed to any channel agreed to it. */
    public static Channel of(Notifier notifier) {
        return new Channel(Optional.of(new Way("any", notifier, true)), List.of(), ChannelTerms.NONE);
    }

    /** Several, each asked by itself; caps and quiet hours of the whole hold for what goes by any of them. */
    public static Channel together(Channel... channels) {
        return new Channel(Optional.empty(), List.of(channels), ChannelTerms.NONE);
    }

    /**
     * At most so many marketing messages to a member in such a period, of the calendar in the member's zone or rolling; several caps must all hold.
     *
     * @param messages 1 to 100; one that goes by two ways is two
     * @param window any but the year of the membership
     */
    public Channel atMost(int messages, Window window) {
        return new Channel(way, parts, terms.atMost(new Cap(messages, window)));
    }

    /**
     * No marketing messages between two times of day in the member's zone, over midnight too; they wait. What counts is the time that the clock on the wall
     * shows.
     *
     * @param fromTime such as {@code 21:00}
     * @param untilTime the first minute that is not quiet, such as {@code 08:00}
     */
    public Channel quietBetween(String fromTime, String untilTime) {
        return new Channel(way, parts, terms.quiet(new QuietHours(fromTime, untilTime)));
    }

    /** What goes first where caps leave no room for all, in this order; before what the whole puts first, if this is a part of one. */
    @SafeVarargs
    public final Channel first(Class<? extends LoyaltyEvent>... events) {
        List<Class<? extends LoyaltyEvent>> order = new ArrayList<>();
        for (Class<? extends LoyaltyEvent> event : events) {
            order.add(event);
        }
        return new Channel(way, parts, terms.first(order));
    }

    /** Only these go by it, whoever agreed to what; others are no matter of it, and count for no cap. Said twice, what is in both. */
    @SafeVarargs
    @SuppressWarnings("varargs") // a copy is made of it
    public final Channel only(Class<? extends LoyaltyEvent>... events) {
        return new Channel(way, parts, terms.only(List.of(events)));
    }

    Optional<Way> way() {
        return way;
    }

    List<Channel> parts() {
        return parts;
    }

    ChannelTerms terms() {
        return terms;
    }

    /** The ways in it, in the order they were written. */
    List<Route> routes() {
        return routes(List.of());
    }

    private List<Route> routes(List<Route.Scope> above) {
        List<Route.Scope> scopes = new ArrayList<>();
        scopes.add(new Route.Scope(names(), terms));
        scopes.addAll(above);
        return way.map(it -> List.of(new Route(it, List.copyOf(scopes))))
                .orElseGet(() -> parts.stream()
                        .flatMap(part -> part.routes(scopes).stream())
                        .toList());
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        way.ifPresent(it -> names.add(it.name()));
        parts.forEach(part -> names.addAll(part.names()));
        return names;
    }

    /**
     * A notifier with its name.
     *
     * @param anyConsent whether consent to whatever channel is consent to it
     */
    record Way(String name, Notifier notifier, boolean anyConsent) {}
}
