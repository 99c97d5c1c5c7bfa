package io.loyalty4j.program;

import io.loyalty4j.earn.Probes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A program with what all doubts about it go by. */
record Study(ProgramDraft draft, LoyaltyProgram program, SortedMap<String, Probes> rules, Worth worth) {
    static Study of(ProgramDraft draft, LoyaltyProgram program) {
        return new Study(draft, program, program.plan().probes(), Worth.in(program));
    }

    /** The rules by which orders can earn. */
    SortedMap<String, Probes> ofOrders() {
        SortedMap<String, Probes> some = new TreeMap<>(rules);
        some.values().removeIf(rule -> !rule.traits().ofOrders());
        return some;
    }

    /** The codes of the tiers, the base first. */
    List<String> tiers() {
        return draft.tiers().codes();
    }

    /** Rates on everything, for everybody and always. */
    List<String> plainRates() {
        return rules.entrySet().stream()
                .filter(rule -> rule.getValue().traits().plainRate())
                .map(rule -> rule.getKey())
                .toList();
    }
}
