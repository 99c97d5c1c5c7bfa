package io.loyalty4j.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a line for each thing, its parts set off by a tab, the same on every machine. What the shop's words could forge is escaped. */
final class TextWriter {
    private final StringBuilder text = new StringBuilder(512);
    private final boolean exact;

    private TextWriter(boolean exact) {
        this.exact = exact;
    }

    /** For a hash: an amount is the same with more or fewer zeros at its end. */
    static TextWriter canonical() {
        return new TextWriter(false);
    }

    /** For a store: what is read back has the same number of decimals. */
    static TextWriter exact() {
        return new TextWriter(true);
    }

    TextWriter line(String what, Object... parts) {
        return line(what, List.of(parts));
    }

    TextWriter line(String what, List<?> parts) {
        text.append(what);
        for (Object part : parts) {
            text.append('\t');
            append(part);
        }
        text.append('\n');
        return this;
    }

    /** A line for each entry, in the order of the keys. */
    <K extends Comparable<? super K>> void lines(String what, Map<K, ?> map) {
        new TreeMap<>(map).forEach((key, value) -> line(what, key, value));
    }

    private void append(Object part) {
        if (part instanceof Optional<?> optional) {
            optional.ifPresent(this::append);
        } else if (part instanceof List<?> list) {
            text.append(list.size());
            list.forEach(each -> {
                text.append('\t');
                append(each);
            });
        } else if (part instanceof Instant instant) {
            text.append(instant.getEpochSecond()).append('.').append(instant.getNano());
        } else if (part instanceof BigDecimal decimal) {
            text.append(exact ? decimal.toPlainString() : plain(decimal));
        } else {
            text.append(escaped(part.toString()));
        }
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    private static String escaped(String word) {
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (letter == '\t' || letter == '\n' || letter == '\\') {
                return word.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
            }
        }
        return word;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
