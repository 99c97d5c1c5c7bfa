package io.loyalty4j.simulation;

import io.loyalty4j.laws.Chance;
import io.loyalty4j.shop.MemberId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what is going to happen. Commands are late now and then, come twice, or come again with another content. */
final class Plot {
    static final long MINUTE = Duration.ofMinutes(1).toMillis();
    static final long HOUR = Duration.ofHours(1).toMillis();
    static final long DAY = Duration.ofDays(1).toMillis();

    final Chance chance;
    private final List<MemberId> members;
    private final long from;
    private final long until;
    private final List<Moment> moments = new ArrayList<>();
    private int names;

    Plot(Chance chance, List<MemberId> members, long from, long until) {
        this.chance = chance;
        this.members = members;
        this.from = from;
        this.until = until;
    }

    int size() {
        return moments.size();
    }

    /** Anybody; every other time one of the few who come often. */
    MemberId member() {
        return chance.percent(50) ? chance.of(members.subList(0, members.size() / 5)) : chance.of(members);
    }

    String name(String kind) {
        names++;
        return kind + names;
    }

    /** Some time. */
    long someTime() {
        return from + chance.below(until - from);
    }

    /** A pause of up to so long, most often much shorter. */
    long upTo(long longest) {
        return chance.below(1 + chance.below(longest));
    }

    void happens(long at, Deed deed) {
        moments.add(new Moment(at, deed));
    }

    void sent(long at, Asking asking) {
        happens(chance.percent(6) ? at + upTo(20 * DAY) : at, asking);
        if (chance.percent(7)) {
            happens(at + upTo(chance.percent(60) ? HOUR : 60 * DAY), asking);
        }
        Optional<Asking> other = asking.altered();
        if (chance.percent(2) && other.isPresent()) {
            happens(at + upTo(2 * DAY), other.get());
        }
    }

    List<Moment> inOrder() {
        List<Moment> sorted = new ArrayList<>(moments);
        sorted.sort(Comparator.comparingLong(Moment::at));
        return sorted;
    }

    /** When something happens. */
    record Moment(long at, Deed deed) {}
}
