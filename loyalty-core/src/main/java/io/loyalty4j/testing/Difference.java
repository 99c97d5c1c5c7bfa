package io.loyalty4j.testing;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What one history came to under two programs: sums, and what is other for each member and command. */
final class Difference {
    private final World one;
    private final World other;

    Difference(World one, World other) {
        if (!one.annals().steps().equals(other.annals().steps())) {
            throw new IllegalArgumentException(
                    "these scenarios have not lived the same: begin the other one with under(..)");
        }
        this.one = one;
        this.other = other;
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>(sums());
        Map<MemberId, Set<String>> commands = commands();
        for (MemberId member : members()) {
            Set<String> own = commands.getOrDefault(member, Set.of());
            String state = state(member);
            if (!state.isEmpty() || !own.isEmpty()) {
                lines.add(member + ": " + (state.isEmpty() ? "the same in the end" : state));
                lines.addAll(own);
            }
        }
        return lines.isEmpty()
                ? "no difference"
                : one.setting().program() + " -> " + other.setting().program() + "\n" + String.join("\n", lines);
    }

    private List<String> sums() {
        Map<String, BigDecimal> here = Totals.of(one);
        Map<String, BigDecimal> there = Totals.of(other);
        Set<String> names = new LinkedHashSet<>(here.keySet());
        names.addAll(there.keySet());
        List<String> rows = new ArrayList<>();
        for (String name : sorted(names)) {
            BigDecimal before = here.getOrDefault(name, BigDecimal.ZERO);
            BigDecimal after = there.getOrDefault(name, BigDecimal.ZERO);
            if (before.compareTo(after) != 0) {
                BigDecimal more = after.subtract(before);
                rows.add(row(
                        name,
                        before.toPlainString(),
                        after.toPlainString(),
                        (more.signum() > 0 ? "+" : "") + more.toPlainString()));
            }
        }
        if (!rows.isEmpty()) {
            rows.add(0, row("", "before", "after", "difference"));
        }
        return rows;
    }

    private static String row(String name, String before, String after, String difference) {
        return String.format(Locale.ROOT, "  %-40s %14s %14s %14s", name, before, after, difference);
    }

    /** Rules of the other program stand with those of this one, behind the sum of all of them. */
    private static List<String> sorted(Set<String> names) {
        SortedSet<String> rules = new TreeSet<>();
        List<String> sums = new ArrayList<>();
        names.forEach(name -> (name.startsWith(" ") ? rules : sums).add(name));
        sums.addAll(1, rules);
        return sums;
    }

    private SortedSet<MemberId> members() {
        SortedSet<MemberId> members = new TreeSet<>(one.versions().keySet());
        members.addAll(other.versions().keySet());
        return members;
    }

    private String state(MemberId member) {
        SortedMap<String, String> here = state(one, member);
        SortedMap<String, String> there = state(other, member);
        LotDays before = LotDays.of(one.account(member));
        LotDays after = LotDays.of(other.account(member));
        if (before.differs(after)) {
            here.put("lots", before.toString());
            there.put("lots", after.toString());
        }
        return Contrast.of(here, there, Possessions.NONE);
    }

    private static SortedMap<String, String> state(World world, MemberId member) {
        SortedMap<String, String> state = Possessions.seen(
                world.account(member), world.setting().program().rewards().keySet());
        world.told().to(member).stream()
                .collect(Collectors.groupingBy(event -> "told " + event.kind(), Collectors.counting()))
                .forEach((kind, count) -> state.put(kind, count.toString()));
        return state;
    }

    /** Of a command that came more than once, what differs is said once. */
    private Map<MemberId, Set<String>> commands() {
        Map<MemberId, Set<String>> lines = new TreeMap<>();
        for (int i = 0; i < one.annals().answers().size(); i++) {
            Answer here = one.annals().answers().get(i);
            Answer there = other.annals().answers().get(i);
            String what = Answered.of(one, here).differenceTo(Answered.of(other, there));
            if (!what.isEmpty()) {
                Command command = here.sent().command();
                lines.computeIfAbsent(command.member(), member -> new LinkedHashSet<>())
                        .add("  " + command.requestId() + ": " + what);
            }
        }
        return lines;
    }
}
