package io.loyalty4j.shop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Orders of a member that the program has not booked: how many, and when the last of them was.
 *
 * @param times at least 1, at most {@link #MOST}
 * @param lastDay as it was written; {@link #day()} reads it
 */
public record EarlierOrders(
        @Min(1) @Max(EarlierOrders.MOST) long times, @Day String lastDay) {
    public static final long MOST = 1_000_000;

    /** The day of the last of them, in the program's zone; empty if what was written is none. */
    public Optional<LocalDate> day() {
        return Days.of(lastDay);
    }
}
