package io.loyalty4j.shop;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Reads days and zones that people write down. */
final class Days {
    private Days() {}

    /** Empty if it is no day. */
    static Optional<LocalDate> of(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Empty if it is no zone of the time-zone database, nor a fixed offset. */
    static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException noSuchZone) {
            return Optional.empty();
        }
    }
}
