package io.loyalty4j.earn;

import io.loyalty4j.earn.Cap.Scope;
import io.loyalty4j.earn.Cap.Unit;
import io.loyalty4j.shop.Copies;
import io.loyalty4j.shop.Window;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How often something that is no rule may be had: with an order, by a member in a period, by all together. Immutable. */
public final class Frequency {
    public static final Frequency UNLIMITED = new Frequency(List.of());

    private final List<Cap> caps;

    private Frequency(List<Cap> caps) {
        this.caps = List.copyOf(caps);
    }

    /** The first half of one more limit. */
    public <R> Limit<R> atMost(long times, Function<Frequency, R> then) {
        return new LimitDraft<>(Unit.TIMES, times, cap -> then.apply(with(cap)));
    }

    private Frequency with(Cap cap) {
        return new Frequency(Copies.plus(caps, cap));
    }

    /**
     * The limit, in words, that leaves no more; empty if it can be had once more. What all share is not looked at.
     *
     * @param name under which it counts
     * @param inOrder how often the order has it
     * @param setAside how often it is reserved by the member's orders, and not counted
     */
    public Optional<String> reached(
            String name, Occasion occasion, Map<String, Counter> counters, long inOrder, long setAside) {
        return caps.stream()
                .filter(cap -> cap.most()
                        <= switch (cap.scope()) {
                            case ORDER -> inOrder;
                            case WINDOW -> setAside + new Meter(name, cap.window()).read(occasion, counters);
                            default -> Long.MIN_VALUE;
                        })
                .map(Cap::describe)
                .findFirst();
    }

    /** What having it once counts. */
    public List<Count> counts(String name, Occasion occasion, ZoneId zone) {
        return windows().stream()
                .map(window -> new Meter(name, window).count(1, occasion, zone))
                .toList();
    }

    private List<Window> windows() {
        return caps.stream()
                .filter(cap -> cap.scope() == Scope.WINDOW)
                .map(Cap::window)
                .distinct()
                .toList();
    }

    /** How often all together may have it; empty if there is no end. */
    public Optional<Long> inAll() {
        return caps.stream()
                .filter(cap -> cap.scope() == Scope.ALL)
                .map(Cap::most)
                .min(Long::compare);
    }

    public List<String> mistakes() {
        return caps.stream().flatMap(cap -> cap.mistakes().stream()).toList();
    }

    /** In words: "once per month, 10 times in all"; empty without limits. */
    public String describe() {
        return caps.stream().map(Cap::describe).collect(Collectors.joining(", "));
    }
}
