package io.loyalty4j.testing;

import io.loyalty4j.shop.Refusal;
import java.util.Optional;

/**
 * What became of a command.
 *
 * @param refusal empty if it was booked
 */
record Answer(Step.Sent sent, Optional<Refusal> refusal) {}
