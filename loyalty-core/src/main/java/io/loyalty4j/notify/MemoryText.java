package io.loyalty4j.notify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A memory as a store keeps it: the name of an entry begins with the word for what it is, and ids, which have no spaces, follow. */
final class MemoryText {
    private static final String BIRTHDAY = "birthday";
    private static final String TIER = "tier";
    private static final String TOLD = "told";
    private static final String ORDER = "order";
    private static final String PLANNED = "planned";
    private static final String NONE = "-";

    private Optional<KnownBirthday> birthday = Optional.empty();
    private Optional<HeldTier> tier = Optional.empty();
    private final List<Told> told = new ArrayList<>();
    private final List<Placed> orders = new ArrayList<>();
    private final List<Planned> planned = new ArrayList<>();
    private final SortedMap<String, String> others = new TreeMap<>();

    private MemoryText() {}

    static SortedMap<String, String> write(Memory memory) {
        SortedMap<String, String> words = new TreeMap<>(memory.others());
        memory.birthday().ifPresent(known -> words.put(BIRTHDAY, day(known) + " " + known.since()));
        memory.tier()
                .ifPresent(held ->
                        words.put(TIER, held.until().map(LocalDate::toString).orElse(NONE) + " " + held.tier()));
        memory.told()
                .forEach(one -> words.put(TOLD + " " + one.moment() + " " + one.cause(), one.at() + " " + one.until()));
        memory.orders()
                .forEach(one -> words.put(ORDER + " " + one.order(), one.at().toString()));
        memory.planned()
                .forEach(one -> words.put(
                        PLANNED + " " + one.moment() + " " + one.order(),
                        one.due().toString()));
        return words;
    }

    /** Without the dashes before it: {@code 02-29}. */
    private static String day(KnownBirthday known) {
        return known.day().map(day -> day.toString().substring(2)).orElse(NONE);
    }

    static Memory read(SortedMap<String, String> words) {
        MemoryText text = new MemoryText();
        words.forEach(text::entry);
        return new Memory(text.birthday, text.tier, text.told, text.orders, text.planned, text.others);
    }

    private void entry(String name, String value) {
        try {
            read(name.split(" ", -1), name, value);
        } catch (DateTimeException unreadable) {
            // Better to forget than to tell nobody anything.
            return;
        }
    }

    private void read(String[] name, String whole, String value) {
        String[] values = value.split(" ", 2);
        String form = name[0] + name.length + values.length;
        switch (form) {
            case BIRTHDAY + 1 + 2 ->
                birthday = Optional.of(new KnownBirthday(
                        some(values[0]).map(day -> MonthDay.parse("--" + day)), Instant.parse(values[1])));
            case TIER + 1 + 2 ->
                tier = Optional.of(new HeldTier(values[1], some(values[0]).map(LocalDate::parse)));
            case TOLD + 3 + 2 ->
                told.add(new Told(name[1], name[2], Instant.parse(values[0]), Instant.parse(values[1])));
            case ORDER + 2 + 1 -> orders.add(new Placed(name[1], Instant.parse(value)));
            case PLANNED + 3 + 1 -> planned.add(new Planned(name[1], name[2], Instant.parse(value)));
            default -> others.put(whole, value);
        }
    }

    private static Optional<String> some(String text) {
        return text.equals(NONE) ? Optional.empty() : Optional.of(text);
    }
}
