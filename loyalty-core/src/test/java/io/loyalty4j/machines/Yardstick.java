package io.loyalty4j.machines;

import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Policy.EarnOnPointsPaid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a member could have at most, had only the kept goods been bought: every point that they and older deeds give, and rewards paid with those that lapse
 * soonest. Of those that came back late so many live on as had grace. Knows no ledger: points are numbers with an end. In sixths of a point.
 *
 * @param orders as shop and member know them
 * @param reviews when older points were won
 * @param graces until when points that came back into a lapsed lot are good, by lot, with how many
 */
record Yardstick(House house, Map<String, Bought> orders, List<Instant> reviews, Map<String, Grace> graces) {
    static final long OLDER = 50;

    /** The value at an instant, if nothing happens until then: points that live, and discounts paid with such as do not. */
    long at(Instant when, Collection<Instant> held) {
        List<Given> given = given();
        List<Spent> spent = new ArrayList<>();
        orders.values().stream()
                .filter(one -> one.discount() > 0)
                .forEach(
                        one -> spent.add(new Spent(one.discount(), one.spentAt().orElseThrow())));
        held.forEach(since -> spent.add(new Spent(House.REWARD * Bought.SIXTHS, since)));
        spent.sort(Comparator.comparing(Spent::at).reversed());
        long alive = given.stream()
                .filter(one -> one.end().isAfter(when))
                .mapToLong(Given::points)
                .sum();
        return alive + savedOfTheDead(given, spent, when);
    }

    /** How much of lapsed points is saved: rewards were paid with them, or they have come back and had grace. */
    private long savedOfTheDead(List<Given> given, List<Spent> spent, Instant when) {
        List<Given> dead = given.stream()
                .filter(one -> !one.end().isAfter(when))
                .sorted(Comparator.comparing(Given::end).reversed())
                .toList();
        long all = dead.stream().mapToLong(Given::points).sum();
        long paid = paid(dead, spent);
        long living = 0;
        long over = 0;
        for (Grace grace : graces.values()) {
            if (grace.end().isAfter(when)) {
                living += grace.points() * Bought.SIXTHS;
            } else {
                over += grace.points() * Bought.SIXTHS;
            }
        }
        long late = Math.min(over, spent.stream().mapToLong(Spent::points).sum() - paid);
        return Math.min(all, paid + living + late);
    }

    /** How much of what was spent such points can pay: who spends late has the least choice, and chooses first. */
    private static long paid(List<Given> dead, List<Spent> spent) {
        long paid = 0;
        long there = 0;
        int next = 0;
        for (Spent one : spent) {
            for (; next < dead.size() && dead.get(next).end().isAfter(one.at()); next++) {
                there += dead.get(next).points();
            }
            long part = Math.min(there, one.points());
            there -= part;
            paid += part;
        }
        return paid;
    }

    private List<Given> given() {
        List<Given> given = new ArrayList<>();
        reviews.forEach(at -> add(given, OLDER, at));
        orders.forEach((id, one) -> add(given, due(one), one.at()));
        List<Bought> kept = orders.values().stream()
                .filter(one -> one.kept() > 0)
                .sorted(Comparator.comparing(Bought::at))
                .toList();
        Stream.concat(orders.values().stream().map(Bought::at), Stream.of(Instant.EPOCH))
                .max(Comparator.naturalOrder())
                .ifPresent(last -> add(given, house.extra().due(kept), last));
        return given;
    }

    private void add(List<Given> given, long points, Instant at) {
        given.add(new Given(points * Bought.SIXTHS, house.lapse(at)));
    }

    private long due(Bought one) {
        return Math.max(one.ours(), earned(one));
    }

    private long earned(Bought one) {
        return one.earned(house, house.has(EarnOnPointsPaid.YES));
    }

    /** An order as something has left it: under PENDING_ONLY nobody takes points back that were usable before. */
    Bought settled(Optional<Bought> before, Bought after, Instant now) {
        boolean safe =
                house.has(ClawBack.PENDING_ONLY) && !house.usable(after.at()).isAfter(now);
        return after.settled(safe ? before.map(this::due).orElse(0L) : 0);
    }

    /** Points of an order that came back, of so many that it gave. */
    long takenBack(String order, long issued) {
        return Math.max(0, issued - earned(orders.get(order)));
    }

    /** Points with an end. */
    private record Given(long points, Instant end) {}

    /** Points that a reward took. */
    private record Spent(long points, Instant at) {}

    /** Grace for points that came back late. */
    record Grace(long points, Instant end) {}
}
