package io.loyalty4j.program;

import io.loyalty4j.reward.Reward;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** What points are worth to a member who always takes the reward that gives most for a point. */
record Worth(String currency, int decimals, Optional<Reward> best) {
    static Worth in(LoyaltyProgram program) {
        Optional<Reward> best = program.rewards().values().stream()
                .filter(reward -> reward.points() > 0
                        && reward.voucher().isEmpty()
                        && reward.worth().signum() > 0)
                .reduce((one, other) -> better(other, one) ? other : one);
        int decimals = Math.max(0, program.currency().getDefaultFractionDigits());
        return new Worth(program.currency().getCurrencyCode(), decimals, best);
    }

    private static boolean better(Reward reward, Reward than) {
        BigDecimal own = reward.worth().multiply(BigDecimal.valueOf(than.points()));
        return own.compareTo(than.worth().multiply(BigDecimal.valueOf(reward.points()))) > 0;
    }

    /** In percent of what was spent, rounded to two decimals; empty if no reward asks for points. */
    Optional<BigDecimal> percent(Find find) {
        return best.map(reward ->
                amount(reward, find.points()).scaleByPowerOfTen(2).divide(find.amount(), 2, RoundingMode.HALF_UP));
    }

    /** "6.25 percent", or "3.1 points per USD" where points buy nothing. */
    String giveBack(Find find) {
        BigDecimal each = BigDecimal.valueOf(find.points()).divide(find.amount(), MathContext.DECIMAL32);
        return percent(find)
                .map(percent -> plain(percent) + " percent")
                .orElseGet(() -> plain(each) + " points per " + currency);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** "600 points, worth 12.00 USD". */
    String of(long points) {
        return points + " points"
                + best.map(reward -> ", worth " + money(amount(reward, points))).orElse("");
    }

    private static BigDecimal amount(Reward reward, long points) {
        BigDecimal all = reward.worth().multiply(BigDecimal.valueOf(points));
        return all.divide(BigDecimal.valueOf(reward.points()), MathContext.DECIMAL128);
    }

    String money(BigDecimal amount) {
        return amount.setScale(decimals, RoundingMode.HALF_UP).toPlainString() + " " + currency;
    }
}
