package io.loyalty4j.laws;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.shop.Policy.TierOnReturn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** The spend of each period that an account knows is what its orders come to, and no tier rests on spend that has come back. */
final class Spending {
    private static final String SPEND = "tiers: a period's spend is that of its orders";
    private static final String SPANS = "tiers: a tier follows the spend it rests on";

    private Spending() {}

    /**
     * Checks an account that has known one program only.
     *
     * @param orders all of the member's
     */
    static void check(ProgramSpec program, Account account, List<OrderPosition> orders) {
        boolean rechecked = program.policy(TierOnReturn.class) == TierOnReturn.RECHECKED;
        account.standing().amounts().forEach((period, known) -> {
            BigDecimal spend = orders.stream()
                    .filter(order -> order.purchased() && period(program, order).equals(period))
                    .map(order -> spend(program, order, rechecked))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            LawBroken.unless(
                    spend.compareTo(known) == 0, SPEND, () -> period + ": " + known + ", not " + spend + " " + orders);
        });
        account.standing().amounts().forEach((period, known) -> {
            for (int i = 0; i < program.ladder().tiers().size(); i++) {
                String tier = "T" + (i + 1);
                boolean reached = known.compareTo(
                                BigDecimal.valueOf(program.ladder().tiers().get(i)))
                        >= 0;
                LawBroken.unless(
                        !reached
                                || account.standing().spans().stream()
                                        .anyMatch(span -> span.period().equals(period)
                                                && span.tier().equals(tier)),
                        SPANS,
                        () -> known + " in " + period + " brings no " + tier);
            }
        });
        account.standing().spans().forEach(span -> {
            BigDecimal spend = account.standing().amounts().getOrDefault(span.period(), BigDecimal.ZERO);
            int threshold =
                    program.ladder().tiers().get(Integer.parseInt(span.tier().substring(1)) - 1);
            LawBroken.unless(
                    !rechecked || spend.compareTo(BigDecimal.valueOf(threshold)) >= 0,
                    SPANS,
                    () -> span + " rests on " + spend);
        });
    }

    private static LocalDate period(ProgramSpec program, OrderPosition order) {
        LocalDate day = order.occurredAt().atZone(ZoneId.of(program.zone())).toLocalDate();
        return program.ladder().built().terms().per().startOf(day);
    }

    private static BigDecimal spend(ProgramSpec program, OrderPosition order, boolean rechecked) {
        int currency = Currency.getInstance(program.currency()).getDefaultFractionDigits();
        BigDecimal sum = BigDecimal.ZERO;
        if (rechecked && order.state() == OrderPosition.State.CANCELLED) {
            return sum;
        }
        for (OrderPosition.Line line : order.lines()) {
            if (line.counts()) {
                int scale =
                        Math.max(currency, line.amount().stripTrailingZeros().scale());
                BigDecimal back = line.amount()
                        .multiply(BigDecimal.valueOf(line.returned()))
                        .divide(BigDecimal.valueOf(line.quantity()), scale, RoundingMode.HALF_UP);
                sum = sum.add(rechecked ? line.amount().subtract(back) : line.amount());
            }
        }
        return sum;
    }
}
