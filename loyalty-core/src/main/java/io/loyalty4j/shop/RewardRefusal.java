package io.loyalty4j.shop;

import java.util.List;

/** Why a reward cannot be had that the program offers, to whoever can pay for it. */
public sealed interface RewardRefusal extends Refusal {
    /** The reward cannot be had for so many points: those that can are between the two, both included, in such steps; a step of zero says that only some are. */
    record PointsNotAccepted(String reward, long asked, long least, long most, long step) implements RewardRefusal {
        @Override
        public List<Object> facts() {
            return List.of(reward, asked, least, most, step);
        }

        @Override
        public String toString() {
            return reward + " cannot be had for " + asked + " points: "
                    + (least == most ? "it takes " + least : "from " + least + " to " + most + steps());
        }

        private String steps() {
            return step > 1 ? " in steps of " + step : "";
        }
    }

    /** Every piece of it is taken or set aside; one that is set aside and not bought comes back. */
    record OutOfStock(String reward) implements RewardRefusal {
        @Override
        public List<Object> facts() {
            return List.of(reward);
        }

        @Override
        public String toString() {
            return "nothing is left of " + reward;
        }
    }

    /** The member, or the order, has had it as often as can be; rewards that share a limit count together. */
    record TakenTooOften(String reward, String limit) implements RewardRefusal {
        @Override
        public List<Object> facts() {
            return List.of(reward, limit);
        }

        @Override
        public String toString() {
            return reward + " can be had " + limit;
        }
    }

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
