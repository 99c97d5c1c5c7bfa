package io.loyalty4j.ledger;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.earn.Memory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * What rules go by, as an account and the circumstances have it.
 *
 * @param own what the occasion has of budgets already
 * @param person a digest of the shop's pseudonym
 */
record Remembered(
        Map<String, Counter> counters, Circumstances circumstances, Map<String, Long> own, Optional<String> person)
        implements Memory {
    private static final int DIGITS = 15;
    private static final BigDecimal WHEEL = new BigDecimal(BigInteger.ONE.shiftLeft(4 * DIGITS));
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Of a budget that was not asked for, as much as it likes: whoever claims budgets sees to it that none is used unclaimed. */
    @Override
    public long granted(String budget) {
        long more = circumstances
                .grants()
                .map(grants -> grants.getOrDefault(budget, Long.MAX_VALUE))
                .orElse(Long.MAX_VALUE);
        long had = own.getOrDefault(budget, 0L);
        return more > Long.MAX_VALUE - had ? Long.MAX_VALUE : more + had;
    }

    @Override
    public Optional<String> drawn(String rule) {
        return Optional.ofNullable(circumstances.drawn().get(rule));
    }

    /** The first 60 bits of a digest of the drawn word and the rule's id: even, and another for each rule. */
    @Override
    public BigDecimal percent(String rule) {
        String digest = Sha256.hex(circumstances.chance() + "\n" + rule);
        BigDecimal place = new BigDecimal(new BigInteger(digest.substring(0, DIGITS), 16));
        return place.multiply(ALL).divide(WHEEL);
    }
}
