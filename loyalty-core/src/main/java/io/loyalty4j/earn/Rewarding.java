package io.loyalty4j.earn;

import io.loyalty4j.earn.FrozenContribution.Kind;
import io.loyalty4j.shop.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A reward for each occasion: the thank-you after an order. */
record Rewarding(String reward) implements Tracked, Promising {
    @Override
    public Told tell(Question question) {
        Given given =
                Given.of(Kind.BONUS, BigDecimal.ONE, Optional.empty(), reason()).rewarding(Optional.of(reward));
        return Told.of(given, List.of());
    }

    @Override
    public Optional<Reason> promise(Occasion occasion) {
        return Optional.of(reason());
    }

    private Reason reason() {
        return Reason.of("reward", reward);
    }

    @Override
    public Set<String> rewards() {
        return Set.of(reward);
    }

    @Override
    public String describe() {
        return "the reward " + reward;
    }
}
