package io.loyalty4j.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.laws.Chance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random programs of all kinds of rewards, random baskets, random members: the laws of rewards hold throughout. */
class RewardLawTest {
    private static final int COMMANDS = Integer.getInteger("loyalty4j.laws.commands", 100_000);
    private static final int STEPS = 40;

    @Test
    void theLawsOfRewardsHoldThroughoutRandomHistories() {
        long seed = Chance.seed();
        long begin = System.nanoTime();
        Map<String, Long> seen = expected();
        int histories = Math.max(1, COMMANDS / 1_000);
        for (int i = 0; i < histories; i++) {
            new RewardHistory(Chance.seed(seed, i), seen).run(STEPS);
        }
        System.out.printf(
                Locale.ROOT,
                "The laws of rewards, seed %d, %d histories, %.1f s%n",
                seed,
                histories,
                (System.nanoTime() - begin) / 1e9);
        seen.forEach((what, times) -> System.out.printf(Locale.ROOT, "  %-42s %8d%n", what, times));
        if (COMMANDS >= 100_000) {
            assertThat(seen).doesNotContainValue(0L);
        }
    }

    /** What has to be met. */
    private static Map<String, Long> expected() {
        Map<String, Long> expected = new TreeMap<>();
        for (AnyReward.Kind kind : AnyReward.Kind.values()) {
            for (String where : List.of("", " on some lines")) {
                expected.put(kind + where, 0L);
                expected.put(kind + where + ", edited", 0L);
            }
        }
        for (String code :
                List.of("insufficient-points", "order-too-small", "taken-too-often", "points-not-accepted")) {
            expected.put("refused: " + code, 0L);
        }
        expected.put("captured in part", 0L);
        return expected;
    }
}
