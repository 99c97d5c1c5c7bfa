package io.loyalty4j.earn;

import io.loyalty4j.shop.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an occasion comes to.
 *
 * @param contributions as an order keeps them
 * @param most the limit on all points of the order; empty if it is out of reach
 * @param rewards given, by their id
 * @param stamps on cards
 * @param counts for the member's counters
 * @param budgets by their name
 * @param cut rules that a limit left nothing
 */
public record Yield(
        List<Award> awards,
        List<FrozenContribution> contributions,
        Optional<Long> most,
        Map<String, Long> rewards,
        List<Stamps> stamps,
        List<Count> counts,
        Map<String, Use> budgets,
        Set<String> cut) {

    /** Contributions that came to nothing, and why. */
    public List<Silence> unheard() {
        Set<String> awarded = new HashSet<>();
        awards.forEach(award -> awarded.add(award.rule()));
        List<Silence> silences = new ArrayList<>();
        for (FrozenContribution one : contributions) {
            if (one.reward().isEmpty() && !awarded.contains(one.rule())) {
                silences.add(new Silence(one.rule(), why(one)));
            }
        }
        return silences;
    }

    private Reason why(FrozenContribution one) {
        if (cut.contains(one.rule())) {
            return Reason.of("cut");
        }
        return switch (one.kind()) {
            case STAMPS -> one.card().map(Card::open).orElseThrow();
            case MILESTONE -> Reason.of("milestone", one.per().orElseThrow().toPlainString());
            default -> one.group().map(name -> Reason.of("not-best", name)).orElseGet(() -> Reason.of("nothing-left"));
        };
    }

    /**
     * What is used of a budget.
     *
     * @param limit of the budget
     */
    public record Use(long used, long limit) {}
}
