package io.loyalty4j.examples.whatif;

import io.loyalty4j.shop.MemberId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Who is better off under another program, and who is worse off.
 *
 * @param place of the other program among those that are compared, from 1
 * @param members everybody, by id
 */
record Gains(Trial first, Trial other, int place, List<Gain> members) {
    /** Of each other program over the first. */
    static List<Gains> of(List<Trial> trials) {
        return IntStream.range(1, trials.size())
                .mapToObj(place -> of(trials.get(0), trials.get(place), place))
                .toList();
    }

    private static Gains of(Trial first, Trial other, int place) {
        Map<MemberId, Long> before = first.read(Given::byMember);
        Map<MemberId, Long> after = other.read(Given::byMember);
        SortedSet<MemberId> everybody = new TreeSet<>(before.keySet());
        everybody.addAll(after.keySet());
        return new Gains(
                first,
                other,
                place,
                everybody.stream()
                        .map(member -> Gain.of(
                                member, before.getOrDefault(member, 0L), after.getOrDefault(member, 0L), first, other))
                        .toList());
    }

    /** How many gain (1), lose (-1), or have the same (0). */
    long count(int direction) {
        return members.stream().filter(gain -> gain.direction() == direction).count();
    }

    /** Those who gain (1) or lose (-1) most, that one first. */
    List<Gain> most(int direction, int shown) {
        Comparator<Gain> byAmount = Comparator.comparing(gain -> gain.amount().abs());
        return members.stream()
                .filter(gain -> gain.direction() == direction)
                .sorted(byAmount.reversed().thenComparing(Gain::member))
                .limit(shown)
                .toList();
    }
}
