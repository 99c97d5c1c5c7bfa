package io.loyalty4j.earn;

import io.loyalty4j.shop.LargestRemainder;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Combines contributions into points: of each group the best; the rates, a factor on them per line from the multipliers; what is given per piece or as a
 * whole; limits; one rounding; milestones on what that comes to; and the limit on all of it. Exact: every value is a fraction of decimals until it is
 * rounded.
 *
 * <p>It is a function of the contributions and of what is kept alone, and never gives more for less: a purchase and every return of it come here.
 */
public final class Calculation {
    private final List<FrozenContribution> contributions;
    private final Stacking stacking;
    private final Rounding rounding;
    private final Optional<Long> most;

    /**
     * The order in which contributions are listed is of no account.
     *
     * @param most points in all that the order can give; empty if there is no limit
     */
    public Calculation(
            List<FrozenContribution> contributions, Stacking stacking, Rounding rounding, Optional<Long> most) {
        this.contributions = contributions.stream()
                .sorted(Comparator.comparing(FrozenContribution::rule))
                .toList();
        this.stacking = stacking;
        this.rounding = rounding;
        this.most = most;
    }

    /**
     * Points for what is kept.
     *
     * @throws ArithmeticException if they are more than a long holds
     */
    public long points(KeptLines kept) {
        long all = best(kept).total();
        return most.map(limit -> Math.min(limit, all)).orElse(all);
    }

    /** The same points, divided among rules and lines, and what they would be without limits; shares of nothing are left out. */
    public List<Share> shares(KeptLines kept) {
        List<Share> shares = best(kept).shares();
        long all = shares.stream().mapToLong(Share::points).reduce(0, Math::addExact);
        return most.filter(limit -> limit < all)
                .map(limit -> cut(shares, limit))
                .orElse(shares);
    }

    private static List<Share> cut(List<Share> shares, long limit) {
        List<BigDecimal> points =
                shares.stream().map(share -> BigDecimal.valueOf(share.points())).toList();
        List<BigDecimal> left = LargestRemainder.spread(BigDecimal.valueOf(limit), points, 0);
        List<Share> cut = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            cut.add(shares.get(i).cutTo(left.get(i).longValueExact()));
        }
        return cut;
    }

    /** Rewards that are given for what is kept, by the reward's id. */
    public Map<String, Long> rewards(KeptLines kept) {
        Map<String, Long> rewards = new TreeMap<>();
        rewarders(kept).forEach(one -> rewards.merge(one.reward().orElseThrow(), one.whole(kept), Math::addExact));
        rewards.values().removeIf(count -> count == 0);
        return rewards;
    }

    /** The rules that give rewards for what is kept. */
    List<String> rewarding(KeptLines kept) {
        return rewarders(kept).stream()
                .filter(one -> one.whole(kept) > 0)
                .map(FrozenContribution::rule)
                .toList();
    }

    private List<FrozenContribution> rewarders(KeptLines kept) {
        return contributions.stream().noneMatch(one -> one.reward().isPresent())
                ? List.of()
                : best(kept).rewards();
    }

    /** How the stamp cards change. */
    public List<Stamps> stamps(KeptLines kept) {
        List<Stamps> stamps = new ArrayList<>();
        for (FrozenContribution one : contributions) {
            one.card().ifPresent(card -> stamps.add(Stamps.of(one, card, one.stamps(kept))));
        }
        return stamps;
    }

    /** The rules whose stamp cards are filled by what is kept. */
    public List<String> filled(KeptLines kept) {
        return contributions.stream()
                .filter(one -> one.card()
                        .filter(card -> card.filled(one.stamps(kept)) > 0)
                        .isPresent())
                .map(FrozenContribution::rule)
                .toList();
    }

    /** Whether a rule's contribution stands with what is kept. */
    public boolean stands(String rule, KeptLines kept) {
        return contributions.stream().anyMatch(one -> one.rule().equals(rule) && one.stays(kept));
    }

    /** How each share came about, for people. */
    public List<Working> workings(KeptLines kept) {
        return Working.of(best(kept), shares(kept), kept);
    }

    private Reckoning best(KeptLines kept) {
        return Groups.of(contributions).best(chosen -> new Reckoning(chosen, kept, stacking, rounding));
    }

    /**
     * What each rule comes to at the most, whatever comes back: blocks are taken for rates, which never give less, and where the best multiplier counts,
     * each as if it were that.
     */
    Map<String, Long> utmost(KeptLines kept) {
        List<FrozenContribution> rates =
                contributions.stream().map(FrozenContribution::asRate).toList();
        Stacking each = stacking == Stacking.BEST ? Stacking.ADD : stacking;
        return new Reckoning(rates, kept, each, Rounding.FLOOR_PER_ORDER).utmost();
    }

    /** Those that are of one group and too many to be tried in all combinations. */
    List<FrozenContribution> withoutTheHopeless(KeptLines kept) {
        return Groups.of(contributions).pruned(chosen -> new Reckoning(chosen, kept, stacking, rounding).total());
    }

    /**
     * Points of one rule, on one line or on the whole.
     *
     * @param wanted what they would be without limits
     */
    public record Share(String rule, Optional<String> line, long points, long wanted) {
        Share cutTo(long others) {
            return new Share(rule, line, others, wanted);
        }

        /** Whose and where, without the figures. */
        Share place() {
            return new Share(rule, line, 0, 0);
        }

        Share wanting(long more) {
            return new Share(rule, line, points, more);
        }
    }
}
