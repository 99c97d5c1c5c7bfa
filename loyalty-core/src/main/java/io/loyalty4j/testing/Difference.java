package io.loyalty4j.testing;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
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
        Map<MemberId, List<String>> commands = commands();
        for (MemberId member : members()) {
            List<String> own = commands.getOrDefault(member, List.of());
            String state = Contrast.of(state(one, member), state(other, member), "");
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
        Map<String, Long> here = Totals.of(one);
        Map<String, Long> there = Totals.of(other);
        Set<String> names = new LinkedHashSet<>(here.keySet());
        names.addAll(there.keySet());
        List<String> rows = new ArrayList<>();
        for (String name : sorted(names)) {
            long before = here.getOrDefault(name, 0L);
            long after = there.getOrDefault(name, 0L);
            if (before != after) {
                rows.add(String.format(Locale.ROOT, "  %-40s %14d %14d %+14d", name, before, after, after - before));
            }
        }
        if (!rows.isEmpty()) {
            rows.add(0, String.format(Locale.ROOT, "  %-40s %14s %14s %14s", "", "before", "after", "difference"));
        }
        return rows;
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

    private static Map<String, String> state(World world, MemberId member) {
        Account account = world.account(member);
        SortedMap<String, String> state = new TreeMap<>();
        state.put("available", Long.toString(account.available()));
        state.put("debt", Long.toString(account.debt()));
        state.put("held", Long.toString(account.held()));
        state.put("pending", Long.toString(account.pending()));
        state.put("tier", account.tier().code());
        return state;
    }

    private Map<MemberId, List<String>> commands() {
        Map<MemberId, List<String>> lines = new TreeMap<>();
        for (int i = 0; i < one.annals().answers().size(); i++) {
            Answer here = one.annals().answers().get(i);
            Answer there = other.annals().answers().get(i);
            String what = Contrast.of(answer(one, here), answer(other, there), "0");
            if (!what.isEmpty()) {
                Command command = here.sent().command();
                lines.computeIfAbsent(command.member(), member -> new ArrayList<>())
                        .add("  " + command.requestId() + ": " + what);
            }
        }
        return lines;
    }

    private static Map<String, String> answer(World world, Answer answer) {
        SortedMap<String, String> said = new TreeMap<>();
        said.put("is", answer.refusal().map(why -> "refused (" + why + ")").orElse("booked"));
        Command command = answer.sent().command();
        if (answer.refusal().isEmpty()) {
            world.store()
                    .posting(command.member(), command.requestId())
                    .map(Posting::awards)
                    .ifPresent(awards -> said.putAll(points(awards)));
        }
        return said;
    }

    private static Map<String, String> points(List<Award> awards) {
        Map<String, Long> points = new TreeMap<>();
        awards.forEach(award -> points.merge(award.rule(), award.points(), Long::sum));
        Map<String, String> said = new TreeMap<>();
        points.forEach((rule, sum) -> said.put(rule, Long.toString(sum)));
        return said;
    }
}
