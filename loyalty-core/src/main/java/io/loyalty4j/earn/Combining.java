package io.loyalty4j.earn;

import io.loyalty4j.earn.Calculation.Share;
import io.loyalty4j.earn.FrozenContribution.Kind;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes of what the rules said what the occasion yields: freezes only limits that can bind, and tells what each counter and budget has to note. */
final class Combining {
    private final Earned earned;
    private final Stacking stacking;
    private final Rounding rounding;

    Combining(Earned earned, Stacking stacking, Rounding rounding) {
        this.earned = earned;
        this.stacking = stacking;
        this.rounding = rounding;
    }

    Yield combined() {
        List<FrozenContribution> contributions = bound(pruned());
        KeptLines lines = earned.lines();
        Optional<Long> most = earned.most()
                .filter(limit ->
                        limit < calculation(contributions, Optional.empty()).points(lines));
        Calculation calculation = calculation(contributions, most);
        List<Share> shares = calculation.shares(lines);
        Set<String> rewarding = Set.copyOf(calculation.rewarding(lines));
        Gifts gifts = Gifts.of(shares, takingPart(contributions, rewarding), milestones(contributions));
        return new Yield(
                earned.awards(shares),
                contributions,
                most,
                calculation.rewards(lines),
                calculation.stamps(lines),
                gifts.counts(earned.effects()),
                gifts.uses(earned.budgets(), rewarding),
                cut(shares),
                outdone(contributions),
                rewarding);
    }

    private Map<String, String> outdone(List<FrozenContribution> left) {
        Map<String, String> outdone = new TreeMap<>();
        earned.contributions().forEach(one -> one.group().ifPresent(group -> outdone.put(one.rule(), group)));
        left.forEach(one -> outdone.remove(one.rule()));
        return outdone;
    }

    /** Rules that have had their turn, whether points came of it or not: a stamp or a draw is one too. */
    private Set<String> takingPart(List<FrozenContribution> contributions, Set<String> rewarding) {
        Set<String> part = new HashSet<>(rewarding);
        part.addAll(earned.drawn().keySet());
        contributions.stream()
                .filter(one -> one.card().isPresent() && one.stamps(earned.lines()) > 0)
                .forEach(one -> part.add(one.rule()));
        return part;
    }

    private static Set<String> milestones(List<FrozenContribution> contributions) {
        return contributions.stream()
                .filter(one -> one.kind() == Kind.MILESTONE)
                .map(FrozenContribution::rule)
                .collect(Collectors.toSet());
    }

    private Calculation calculation(List<FrozenContribution> contributions, Optional<Long> most) {
        return new Calculation(contributions, stacking, rounding, most);
    }

    private List<FrozenContribution> pruned() {
        List<FrozenContribution> all = earned.contributions();
        return all.stream().noneMatch(one -> one.group().isPresent())
                ? all
                : calculation(all, Optional.empty()).withoutTheHopeless(earned.lines());
    }

    /** Leaves out limits that what is bought can never reach, so that they do not stand in the way of rounding. */
    private List<FrozenContribution> bound(List<FrozenContribution> contributions) {
        if (contributions.stream().noneMatch(one -> one.most().isPresent())) {
            return contributions;
        }
        Map<String, Long> utmost = calculation(contributions, Optional.empty()).utmost(earned.lines());
        List<FrozenContribution> bound = new ArrayList<>();
        for (FrozenContribution one : contributions) {
            long reach = utmost.getOrDefault(one.rule(), 0L);
            bound.add(one.within(one.most().filter(most -> most < reach)));
        }
        return bound;
    }

    /** Rules that a limit leaves nothing. */
    private static Set<String> cut(List<Share> shares) {
        Set<String> cut = new HashSet<>();
        shares.forEach(share -> cut.add(share.rule()));
        shares.stream().filter(share -> share.points() > 0).forEach(share -> cut.remove(share.rule()));
        return cut;
    }
}
