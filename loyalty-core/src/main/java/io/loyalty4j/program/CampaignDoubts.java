package io.loyalty4j.program;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Doubts about rules that give something together: how much of what is spent comes back at worst. */
final class CampaignDoubts {
    private static final int MOST = 10;
    private static final int MOST_NAMED = 5;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private CampaignDoubts() {}

    static void overlaps(Study study, Consumer<Finding> report) {
        Overlaps overlaps = new Overlaps(study.rules());
        WorstCase worst = new WorstCase(study, overlaps::see);
        String how = worst.exhaustive()
                ? " (every order of the search was tried)"
                : " (found by climbing: there may be worse)";
        List<Overlap> largest = overlaps.largest().stream()
                .sorted(Comparator.comparing(
                        Overlap::worstOfAll, (one, other) -> other.moreThan(one) ? 1 : one.moreThan(other) ? -1 : 0))
                .toList();
        largest.stream().limit(MOST).forEach(overlap -> report.accept(overlapping(study, overlap, how)));
        if (largest.size() > MOST) {
            report.accept(new Finding(
                    "earn",
                    (largest.size() - MOST) + " more sets of campaigns overlap, and give back no more than those named",
                    "lint the program again when those are mended"));
        }
        if (worst.byTier().values().stream().anyMatch(find -> allBack(study, find))) {
            report.accept(new Finding(
                    "earn",
                    "at worst an order gives back no less than is spent: " + back(study, worst.byTier()) + how,
                    see(
                            study,
                            worst.byTier().values().stream()
                                    .min(Find.MOST_FIRST)
                                    .orElseThrow())));
        }
    }

    /** Of the plain rates alone the rewards tell. */
    private static boolean allBack(Study study, Find find) {
        Optional<BigDecimal> percent = study.worth().percent(find);
        return percent.filter(back -> back.compareTo(ALL) >= 0).isPresent()
                && !study.plainRates().containsAll(find.rules());
    }

    private static Finding overlapping(Study study, Overlap overlap, String how) {
        return new Finding(
                "earn[" + overlap.campaign() + "]",
                "overlaps with " + others(overlap) + ": at worst an order gives back " + back(study, overlap.worst())
                        + how,
                see(study, overlap.worstOfAll()));
    }

    private static String others(Overlap overlap) {
        List<String> others = overlap.rules().stream()
                .filter(rule -> !rule.equals(overlap.campaign()))
                .toList();
        int more = others.size() - MOST_NAMED;
        return String.join(" and ", more > 1 ? others.subList(0, MOST_NAMED) : others)
                + (more > 1 ? " and " + more + " more" : "");
    }

    /** By tier, where it makes a difference. */
    private static String back(Study study, Map<String, Find> byTier) {
        List<Find> worst = study.tiers().stream()
                .flatMap(tier -> Optional.ofNullable(byTier.get(tier)).stream())
                .toList();
        List<String> backs =
                worst.stream().map(study.worth()::giveBack).distinct().toList();
        return backs.size() == 1 && worst.size() == study.tiers().size()
                ? backs.get(0)
                : worst.stream()
                        .map(find -> study.worth().giveBack(find) + " for "
                                + find.sample().tier())
                        .collect(Collectors.joining(", "));
    }

    private static String see(Study study, Find find) {
        return "quote an order of " + find.sample().describe() + ": "
                + study.worth().of(find.points());
    }
}
