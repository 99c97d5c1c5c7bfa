package io.loyalty4j;

import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Codes;
import io.loyalty4j.program.AttemptLimiter;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal;
import io.loyalty4j.store.Commit;
import java.time.Clock;
import java.util.Optional;

/** Knows the key from which codes are made, and sees that nobody tries too many. */
final class VoucherDesk {
    private final Clock clock;
    private final Optional<VoucherKey> key;
    private final AttemptLimiter limiter;

    VoucherDesk(Clock clock, Optional<VoucherKey> key, AttemptLimiter limiter) {
        this.clock = clock;
        this.key = key;
        this.limiter = limiter;
    }

    Optional<VoucherKey> key() {
        return key;
    }

    /** For a decision, which no repetition comes to: over the limit it takes no code. */
    Circumstances circumstances(Command command, Circumstances circumstances) {
        Codes codes = Codes.by(key);
        boolean over = trying(command).filter(order -> !allowed(order)).isPresent();
        return circumstances.coding(over ? codes.refusing() : codes);
    }

    private boolean allowed(Order order) {
        return limiter.allows(order, clock.instant());
    }

    private static Optional<Order> trying(Command command) {
        return Orders.in(command).filter(order -> !order.vouchers().isEmpty());
    }

    /** Notes a miss; what the limit has answered is none. */
    void after(Command command, Commit commit) {
        if (commit instanceof Commit.Refused refused) {
            after(command, Optional.of(refused.why()));
        }
    }

    void after(Command command, Optional<Refusal> answer) {
        if (answer.filter(RewardRefusal.VoucherNotAccepted.class::isInstance).isPresent()) {
            trying(command).filter(this::allowed).ifPresent(order -> limiter.missed(order, clock.instant()));
        }
    }
}
