package io.loyalty4j.notify;

import java.time.Instant;
import java.time.MonthDay;
import java.util.Optional;

/**
 * What a profile said of the member's birthday when somebody last looked.
 *
 * @param day empty if it said nothing
 * @param since from when on it is known to be so
 */
record KnownBirthday(Optional<MonthDay> day, Instant since) {}
