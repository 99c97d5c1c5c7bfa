package io.loyalty4j.testing;

import io.loyalty4j.shop.Command;
import java.time.Instant;

/** Something that happened in a scenario and can happen in another. */
sealed interface Step {
    void play(World world);

    /** A command was sent. */
    record Sent(Instant at, Command command) implements Step {
        @Override
        public void play(World world) {
            world.send(at, command);
        }
    }

    /**
     * Time went on.
     *
     * @param attended whether the scheduler was at work
     */
    record Passed(Instant until, boolean attended) implements Step {
        @Override
        public void play(World world) {
            if (attended) {
                world.pass(until);
            } else {
                world.passUnattended(until);
            }
        }
    }

    /** The scheduler came. */
    record Attended() implements Step {
        @Override
        public void play(World world) {
            world.runDue();
        }
    }
}
