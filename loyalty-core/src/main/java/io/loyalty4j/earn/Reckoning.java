package io.loyalty4j.earn;

import io.loyalty4j.earn.Calculation.Share;
import io.loyalty4j.earn.FrozenContribution.Kind;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What some contributions come to together, when of every group one has been chosen. Lives as long as one calculation. */
final class Reckoning {
    private final List<FrozenContribution> contributions;
    private final KeptLines kept;
    private final Rounding rounding;
    private final Factors factors;
    private final Cells cells;
    private final Rounded within;

    /** Of contributions sorted by rule, also those that do not stay. */
    Reckoning(List<FrozenContribution> promised, KeptLines kept, Stacking stacking, Rounding rounding) {
        this.contributions = promised.stream().filter(one -> one.stays(kept)).toList();
        this.kept = kept;
        this.rounding = rounding;
        List<FrozenContribution> multipliers =
                promised.stream().filter(one -> one.kind() == Kind.MULTIPLIER).toList();
        this.factors = new Factors(multipliers, stacking, kept);
        this.cells = new ExactValues(kept, factors, rounding).of(contributions);
        this.within = Rounded.of(new Capping(limits(), rounding).applied(cells), rounding);
    }

    private Map<String, Long> limits() {
        Map<String, Long> limits = new HashMap<>();
        contributions.forEach(one -> one.most().ifPresent(most -> limits.put(one.rule(), most)));
        return limits;
    }

    Factors factors() {
        return factors;
    }

    Cells cells() {
        return cells;
    }

    List<FrozenContribution> contributions() {
        return contributions;
    }

    long total() {
        long earned = within.total();
        return milestones(earned)
                .filter(one -> one.reward().isEmpty())
                .mapToLong(this::limited)
                .reduce(earned, Math::addExact);
    }

    /** Those that the other points reach. */
    private Stream<FrozenContribution> milestones(long earned) {
        return contributions.stream()
                .filter(one -> one.kind() == Kind.MILESTONE)
                .filter(one -> one.per().orElseThrow().compareTo(BigDecimal.valueOf(earned)) <= 0);
    }

    private long limited(FrozenContribution milestone) {
        long whole = milestone.whole(kept);
        return milestone.most().map(most -> Math.min(most, whole)).orElse(whole);
    }

    /** By rule and line, with what they would be without limits; what a limit leaves nothing is there too. */
    List<Share> shares() {
        Map<Share, Long> wanted = limits().isEmpty() ? Map.of() : wanted();
        List<Share> shares = new ArrayList<>();
        Set<Share> places = new HashSet<>();
        for (Share share : within.shares()) {
            Share place = share.place();
            places.add(place);
            shares.add(share.wanting(Math.max(share.points(), wanted.getOrDefault(place, 0L))));
        }
        wanted.forEach((place, points) -> {
            if (!places.contains(place)) {
                shares.add(place.wanting(points));
            }
        });
        milestones(within.total())
                .filter(one -> one.reward().isEmpty())
                .forEach(one -> shares.add(new Share(one.rule(), Optional.empty(), limited(one), one.whole(kept))));
        shares.removeIf(share -> share.points() == 0 && share.wanted() == 0);
        return shares;
    }

    private Map<Share, Long> wanted() {
        Map<Share, Long> wanted = new LinkedHashMap<>();
        Rounded.of(cells, rounding).shares().forEach(share -> wanted.put(share.place(), share.points()));
        return wanted;
    }

    /** Contributions that give rewards. */
    List<FrozenContribution> rewards() {
        Stream<FrozenContribution> plain = contributions.stream().filter(one -> one.kind() != Kind.MILESTONE);
        return Stream.concat(plain, milestones(within.total()))
                .filter(one -> one.reward().isPresent())
                .toList();
    }

    /** What each rule comes to at the most, however fractions fall. */
    Map<String, Long> utmost() {
        Map<String, Long> utmost = cells.utmost();
        contributions.stream()
                .filter(one -> one.kind() == Kind.MILESTONE)
                .forEach(one -> utmost.put(one.rule(), one.whole(kept)));
        return utmost;
    }
}
