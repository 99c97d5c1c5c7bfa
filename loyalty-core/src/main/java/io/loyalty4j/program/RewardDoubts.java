package io.loyalty4j.program;

import io.loyalty4j.reward.Reward;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Consumer;

/** Doubts about rewards: those that are worth more than it takes to earn them. */
final class RewardDoubts {
    private RewardDoubts() {}

    static void worthMore(Study study, Consumer<Finding> report) {
        Optional<Find> base = BaseRate.of(study);
        study.program().rewards().forEach((id, reward) -> {
            String path = "reward[" + id + "]";
            if (reward.points() == 0 && reward.worth().signum() > 0 && reward.forEverybody()) {
                report.accept(new Finding(
                        path,
                        "costs nothing and asks for nothing: every order can have "
                                + study.worth().money(reward.worth()) + " off",
                        "quote an order of " + study.worth().money(reward.worth()) + " that redeems " + id
                                + ": nothing is left to pay"));
            }
            base.map(rate -> spend(reward, rate, study.worth()))
                    .filter(spend -> reward.points() > 0 && reward.worth().compareTo(spend) >= 0)
                    .ifPresent(spend -> report.accept(new Finding(
                            path,
                            "is worth " + study.worth().money(reward.worth()) + ", and its " + reward.points()
                                    + " points are earned by spending "
                                    + study.worth().money(spend),
                            "buy for " + study.worth().money(spend) + ", then redeem " + id)));
        });
    }

    /** What must be spent, at the base rate, for its points. */
    private static BigDecimal spend(Reward reward, Find rate, Worth worth) {
        return rate.amount()
                .multiply(BigDecimal.valueOf(reward.points()))
                .divide(BigDecimal.valueOf(rate.points()), worth.decimals(), RoundingMode.CEILING);
    }
}
