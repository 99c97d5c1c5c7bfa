package io.loyalty4j.earn;

import java.math.BigDecimal;
import java.util.Map;

/** What rules go by, made by hand: no budget has an end, and the wheel stops where it is told to. */
record Past(Map<String, Counter> counters, BigDecimal wheel) implements Memory {
    static final Past NONE = new Past(Map.of(), BigDecimal.ZERO);

    static Past wheelAt(BigDecimal percent) {
        return new Past(Map.of(), percent);
    }

    @Override
    public long granted(String budget) {
        return Long.MAX_VALUE;
    }

    @Override
    public BigDecimal percent(String rule) {
        return wheel;
    }
}
