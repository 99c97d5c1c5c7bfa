package io.loyalty4j.shop;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads days that people write down. */
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
}
