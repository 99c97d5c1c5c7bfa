package io.loyalty4j.ledger;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The parts of a line behind its first word, one after the other. Lives inside one reading. */
final class TextFields {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final String[] parts;
    private int read = 1;

    TextFields(String line) {
        this.parts = line.split("\t", -1);
    }

    private String next() {
        if (read == parts.length) {
            throw new IllegalArgumentException("something is missing at its end");
        }
        return parts[read++];
    }

    String text() {
        String word = next();
        return word.indexOf('\\') < 0 ? word : unescaped(word);
    }

    private static String unescaped(String word) {
        StringBuilder text = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            text.append(letter == '\\' ? meant(word, ++i) : letter);
        }
        return text.toString();
    }

    private static char meant(String word, int at) {
        return switch (at < word.length() ? word.charAt(at) : ' ') {
            case 't' -> '\t';
            case 'n' -> '\n';
            case '\\' -> '\\';
            default -> throw new IllegalArgumentException("\"" + word + "\" escapes what needs none");
        };
    }

    long number() {
        return Long.parseLong(next());
    }

    int count() {
        return Integer.parseInt(next());
    }

    boolean flag() {
        return Boolean.parseBoolean(next());
    }

    BigDecimal decimal() {
        String word = next();
        if (!DECIMAL.matcher(word).matches()) {
            throw new IllegalArgumentException("\"" + word + "\" is no plain number");
        }
        return new BigDecimal(word);
    }

    /** As an amount and its currency are said. */
    Money money() {
        String word = next();
        int space = Math.max(0, word.indexOf(' '));
        return Money.of(word.substring(0, space), word.substring(space + 1));
    }

    Instant instant() {
        String word = next();
        int point = Math.max(0, word.indexOf('.'));
        return Instant.ofEpochSecond(Long.parseLong(word, 0, point, 10), Integer.parseInt(word.substring(point + 1)));
    }

    LocalDate day() {
        return LocalDate.parse(next());
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, next());
    }

    /** What is not there is written as nothing, for nothing that may be missing is ever an empty word. */
    <T> Optional<T> optional(Function<TextFields, T> how) {
        if (read < parts.length && parts[read].isEmpty()) {
            read++;
            return Optional.empty();
        }
        return Optional.of(how.apply(this));
    }

    <T> List<T> list(Function<TextFields, T> how) {
        List<T> all = new ArrayList<>();
        for (int more = count(); more > 0; more--) {
            all.add(how.apply(this));
        }
        return all;
    }
}
