package io.loyalty4j.examples.whatif;

import io.loyalty4j.program.LoyaltyProgram;
import java.util.List;

/**
 * A program that is tried.
 *
 * @param name short, for legends and headings
 * @param words what it promises, for people
 */
record Plan(String name, String words, LoyaltyProgram program) {
    /** A sentence on each that cannot be compared with the first: sums of money and months would mean different things. */
    static List<String> strangers(List<Plan> plans) {
        return plans.stream()
                .filter(plan -> !plan.reckons().equals(plans.get(0).reckons()))
                .map(plan -> "programs are compared in one currency and one zone: " + plan.name + " has "
                        + plan.reckons() + ", and " + plans.get(0).name + " "
                        + plans.get(0).reckons())
                .toList();
    }

    private String reckons() {
        return program.currency() + " and " + program.zone();
    }
}
