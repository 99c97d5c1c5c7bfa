package io.loyalty4j.ledger;

import io.loyalty4j.ledger.OrderPosition.Line;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.tier.TierLadder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks the ladder once what each line of an order counts, when the order is booked; from then on the lines say it. */
final class Qualifying {
    private final TierLadder tiers;
    private final Pricing pricing;
    private final Earlier earlier;
    private Optional<Map<String, BigDecimal>> asked = Optional.empty();

    Qualifying(TierLadder tiers, Pricing pricing, Earlier earlier) {
        this.tiers = tiers;
        this.pricing = pricing;
        this.earlier = earlier;
    }

    Line of(Line line) {
        return line.counts()
                ? line.qualifying(
                        earlier.qualified(line).orElseGet(() -> asked().getOrDefault(line.id(), BigDecimal.ZERO)))
                : line;
    }

    private Map<String, BigDecimal> asked() {
        if (asked.isEmpty()) {
            asked = Optional.of(pricing.net(true).stream().collect(Collectors.toMap(OrderLine::id, tiers::qualifying)));
        }
        return asked.get();
    }
}
