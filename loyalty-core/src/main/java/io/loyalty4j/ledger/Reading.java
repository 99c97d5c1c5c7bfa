package io.loyalty4j.ledger;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException.UnreadableCommandException;
import io.loyalty4j.shop.MemberId;
import java.time.DateTimeException;
import java.util.function.Function;

/** Reads a text that says one thing. Nothing is guessed: whatever would not be written in the very same words is an error. */
final class Reading {
    private Reading() {}

    /**
     * What a text says.
     *
     * @throws IllegalArgumentException if it is of another format, or nothing that was ever written
     */
    static <T> T of(String text, String format, Function<TextReader, T> how, Function<T, String> written) {
        TextReader lines = new TextReader(text);
        if (!lines.at(format)) {
            throw new IllegalArgumentException(
                    "\"" + lines.word() + "\" is not in a format this version reads: " + format);
        }
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException(lines.last() + ", cannot be read: its end is missing");
        }
        T value = read(lines, how);
        String again = written.apply(value);
        if (!again.equals(text)) {
            throw new IllegalArgumentException(difference(text, again));
        }
        return value;
    }

    private static <T> T read(TextReader lines, Function<TextReader, T> how) {
        try {
            return how.apply(lines);
        } catch (IllegalArgumentException
                | DateTimeException
                | ArithmeticException
                | IndexOutOfBoundsException
                | UnreadableCommandException e) {
            throw new IllegalArgumentException(lines.where() + ", cannot be read: " + e.getMessage(), e);
        }
    }

    private static String difference(String text, String again) {
        String[] said = text.split("\n", -1);
        String[] meant = again.split("\n", -1);
        int line = 0;
        while (line < said.length - 1 && line < meant.length && said[line].equals(meant[line])) {
            line++;
        }
        String other = line < meant.length ? "it would be written \"" + meant[line] + "\"" : "nothing should follow";
        return "line " + (line + 1) + ", \"" + said[line] + "\", cannot be read: " + other;
    }

    static Command ofCommand(MemberId member, String requestId, String text) {
        Fingerprint said = new Fingerprint(text, Sha256.hex(text));
        Command command;
        try {
            command = said.command(member, requestId);
        } catch (UnreadableCommandException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        String again = Fingerprint.of(command).text();
        if (!again.equals(text)) {
            throw new IllegalArgumentException(difference(text, again));
        }
        return command;
    }
}
