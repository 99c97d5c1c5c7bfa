package io.loyalty4j.shop;

import java.util.List;

/** Why a reward was not given. */
public sealed interface RewardRefusal extends Refusal {
    /**
     * A voucher's code is not good, or too many were not: unknown, mistyped, used, reserved, over or another member's. Which of these stays unsaid, so that
     * nobody learns anything by guessing.
     */
    record VoucherNotAccepted() implements RewardRefusal {
        @Override
        public List<Object> facts() {
            return List.of();
        }

        @Override
        public String toString() {
            return "the voucher's code is not accepted";
        }
    }
}
