package io.loyalty4j.program;

import io.loyalty4j.reward.Reward;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds rewards whose discount another, taken once or several times on an order, gives for fewer points. */
final class CheaperReward {
    private static final int MOST_AT_ONCE = 10;
    private static final int MOST_LOOKED_AT = 5;

    private final Study study;
    private final Map<BigDecimal, List<Map.Entry<String, Reward>>> byWorth;

    private CheaperReward(Study study) {
        this.study = study;
        this.byWorth = study.program().rewards().entrySet().stream()
                .filter(reward -> reward.getValue().points() > 0
                        && reward.getValue().worth().signum() > 0)
                .sorted(Comparator.comparingLong(reward -> reward.getValue().points()))
                .collect(Collectors.groupingBy(
                        reward -> reward.getValue().worth().stripTrailingZeros(), HashMap::new, Collectors.toList()));
    }

    static void doubt(Study study, Consumer<Finding> report) {
        CheaperReward search = new CheaperReward(study);
        study.program()
                .rewards()
                .forEach((id, reward) -> IntStream.rangeClosed(1, MOST_AT_ONCE)
                        .mapToObj(times -> search.than(id, reward, times))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(report));
    }

    private Optional<Finding> than(String id, Reward reward, int times) {
        BigDecimal part = reward.worth().divide(BigDecimal.valueOf(times), 6, RoundingMode.DOWN);
        boolean exact = part.multiply(BigDecimal.valueOf(times)).compareTo(reward.worth()) == 0;
        return byWorth.getOrDefault(part.stripTrailingZeros(), List.of()).stream()
                .limit(MOST_LOOKED_AT)
                .filter(other -> exact && times * other.getValue().points() < reward.points())
                .filter(other ->
                        other.getValue().noStricterThan(reward, study.program().zone()))
                .findFirst()
                .map(other -> finding(
                        id,
                        reward,
                        (times == 1 ? "" : times + " x ") + other.getKey(),
                        times * other.getValue().points()));
    }

    private Finding finding(String id, Reward reward, String way, long points) {
        String worth = study.worth().money(reward.worth());
        return new Finding(
                "reward[" + id + "]",
                "takes " + reward.points() + " points for " + worth + ", and " + way + " gives the same for " + points,
                "quote an order of " + worth + " that redeems " + way + ": the same discount for "
                        + (reward.points() - points) + " points less");
    }
}
