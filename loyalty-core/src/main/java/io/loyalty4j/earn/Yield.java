package io.loyalty4j.earn;

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
 * @param outdone rules that were no match for others of their group, by the group
 * @param rewarding rules that gave rewards
 */
public record Yield(
        List<Award> awards,
        List<FrozenContribution> contributions,
        Optional<Long> most,
        Map<String, Long> rewards,
        List<Stamps> stamps,
        List<Count> counts,
        Map<String, Use> budgets,
        Set<String> cut,
        Map<String, String> outdone,
        Set<String> rewarding) {

    /** Contributions that came to nothing, and why. */
    public List<Silence> unheard() {
        return Unheard.of(this);
    }

    /** The same where goods have come back, of which rewards and stamps are not given. */
    public Yield left(Map<String, Long> rewardsLeft, List<Stamps> stampsLeft) {
        return new Yield(
                awards, contributions, most, rewardsLeft, stampsLeft, counts, budgets, cut, outdone, rewarding);
    }

    /**
     * What is used of a budget.
     *
     * @param limit of the budget
     */
    public record Use(long used, long limit) {}
}
