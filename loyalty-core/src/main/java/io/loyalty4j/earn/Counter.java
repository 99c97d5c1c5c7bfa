package io.loyalty4j.earn;

import java.time.Instant;
import java.util.Optional;

/**
 * A number that rules go by: how often one was used, how far a challenge has got, how many stamps a card has.
 *
 * @param terms those under which it was begun, where they may differ from today's
 * @param until when it may be forgotten; empty if never
 */
public record Counter(long value, Optional<String> terms, Optional<Instant> until) {}
