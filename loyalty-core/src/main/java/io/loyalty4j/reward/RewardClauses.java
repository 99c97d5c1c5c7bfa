package io.loyalty4j.reward;

import io.loyalty4j.earn.Frequency;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.earn.Season;
import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.Copies;
import io.loyalty4j.shop.OrderLine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything a reward says, as it was written.
 *
 * @param misplaced clauses that say nothing of such a reward
 */
record RewardClauses(
        Tariff tariff,
        Condition<OrderLine> lines,
        Condition<Occasion> when,
        Season season,
        Frequency frequency,
        Optional<String> sharing,
        Optional<Duration> voucher,
        List<String> misplaced) {
    static RewardClauses of(Tariff tariff) {
        return new RewardClauses(
                tariff,
                Condition.always(),
                Condition.always(),
                Season.ALWAYS,
                Frequency.UNLIMITED,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    RewardClauses at(Tariff other) {
        return new RewardClauses(other, lines, when, season, frequency, sharing, voucher, misplaced);
    }

    RewardClauses on(Condition<OrderLine> some) {
        return new RewardClauses(tariff, lines.and(some), when, season, frequency, sharing, voucher, misplaced);
    }

    RewardClauses when(Condition<Occasion> condition) {
        return new RewardClauses(tariff, lines, when.and(condition), season, frequency, sharing, voucher, misplaced);
    }

    RewardClauses during(Season time) {
        return new RewardClauses(tariff, lines, when, time, frequency, sharing, voucher, misplaced);
    }

    RewardClauses within(Frequency limits) {
        return new RewardClauses(tariff, lines, when, season, limits, sharing, voucher, misplaced);
    }

    RewardClauses sharing(String name) {
        return new RewardClauses(tariff, lines, when, season, frequency, Optional.of(name), voucher, misplaced);
    }

    RewardClauses withVoucher(Duration validFor) {
        return new RewardClauses(tariff, lines, when, season, frequency, sharing, Optional.of(validFor), misplaced);
    }

    RewardClauses misplaced(String clause) {
        List<String> more = Copies.plus(misplaced, clause);
        return new RewardClauses(tariff, lines, when, season, frequency, sharing, voucher, more);
    }
}
