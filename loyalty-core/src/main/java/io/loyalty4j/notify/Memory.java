package io.loyalty4j.notify;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.shop.Copies;
import io.loyalty4j.shop.Rhythm;
import java.time.Instant;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What reminders go by that no account says: what a member was told, what is planned, and what was seen. Bounded: the latest {@value #MOST_ORDERS} orders, the
 * next {@value #MOST_PLANNED} plans and the latest {@value #MOST_TOLD} that were told; of more than those nothing is known. Immutable.
 *
 * @param told in time
 * @param orders in time, for the member's rhythm
 * @param planned in time
 * @param others what other parts of the package, or other versions of it, remember
 */
record Memory(
        Optional<KnownBirthday> birthday,
        Optional<HeldTier> tier,
        List<Told> told,
        List<Placed> orders,
        List<Planned> planned,
        SortedMap<String, String> others) {
    static final int MOST_TOLD = 200;
    static final int MOST_ORDERS = Rhythm.MOST_ORDERS;
    static final int MOST_PLANNED = 50;
    static final Memory NOTHING =
            new Memory(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), new TreeMap<>());

    Memory {
        told = latest(told, Told.IN_TIME, MOST_TOLD);
        orders = latest(orders, Placed.IN_TIME, MOST_ORDERS);
        planned = planned.stream().sorted(Planned.IN_TIME).limit(MOST_PLANNED).toList();
        others = new TreeMap<>(others);
    }

    private static <T> List<T> latest(List<T> all, Comparator<T> inTime, int most) {
        return all.stream().sorted(inTime).skip(Math.max(0, all.size() - most)).toList();
    }

    /** What words say; what they do not say in a way that is known is kept if its name is not known, and else left out. */
    static Memory of(SortedMap<String, String> words) {
        return MemoryText.read(words);
    }

    SortedMap<String, String> text() {
        return MemoryText.write(this);
    }

    boolean told(String moment, String cause) {
        return told.stream().anyMatch(one -> one.is(moment, cause));
    }

    /** When something of a moment was told, in time. */
    List<Instant> told(String moment) {
        return told.stream()
                .filter(one -> one.moment().equals(moment))
                .map(Told::at)
                .toList();
    }

    /** After something was told; what was planned for it is done. */
    Memory telling(Told one) {
        return new Memory(
                birthday,
                tier,
                Stream.concat(told.stream().filter(other -> !other.is(one.moment(), one.cause())), Stream.of(one))
                        .toList(),
                orders,
                planned.stream()
                        .filter(plan -> !one.is(plan.moment(), plan.order()))
                        .toList(),
                others);
    }

    /** With one more order, if it is not known. */
    Memory ordering(Placed one) {
        boolean known = orders.stream().anyMatch(other -> other.order().equals(one.order()));
        return known ? this : new Memory(birthday, tier, told, Copies.plus(orders, one), planned, others);
    }

    /** With one more plan, if it is none that is known, or done. */
    Memory planning(Planned one) {
        boolean known = told(one.moment(), one.order())
                || planned.stream()
                        .anyMatch(other -> other.moment().equals(one.moment())
                                && other.order().equals(one.order()));
        return known ? this : new Memory(birthday, tier, told, orders, Copies.plus(planned, one), others);
    }

    /** Without some plans. */
    Memory dropping(Predicate<Planned> such) {
        return new Memory(
                birthday,
                tier,
                told,
                orders,
                planned.stream().filter(such.negate()).toList(),
                others);
    }

    Memory holding(HeldTier now) {
        return new Memory(birthday, Optional.of(now), told, orders, planned, others);
    }

    /**
     * With the birthday that the profile says now. One that is seen by the first look at the member was known since they came; any other since now.
     */
    Memory knowing(Optional<MonthDay> day, Account account, Instant now) {
        if (birthday.filter(known -> known.day().equals(day)).isPresent()) {
            return this;
        }
        Instant since = birthday.isEmpty() ? account.since().orElse(now) : now;
        return new Memory(Optional.of(new KnownBirthday(day, since)), tier, told, orders, planned, others);
    }

    /** Without what was told and means nothing any more; what was told last of each moment of the program means something for ever. */
    Memory forgetting(Set<String> moments, Instant now) {
        List<Told> kept = new ArrayList<>();
        for (Told one : told) {
            boolean last = moments.contains(one.moment())
                    && told.stream()
                            .noneMatch(other ->
                                    other.moment().equals(one.moment()) && Told.IN_TIME.compare(other, one) > 0);
            if (last || one.until().isAfter(now)) {
                kept.add(one);
            }
        }
        return new Memory(birthday, tier, kept, orders, planned, others);
    }
}
