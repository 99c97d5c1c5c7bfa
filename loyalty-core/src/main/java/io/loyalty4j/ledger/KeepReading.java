package io.loyalty4j.ledger;

import io.loyalty4j.earn.Keep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what {@link KeepText} wrote. */
final class KeepReading {
    private KeepReading() {}

    /** Of an order. */
    static Keep read(TextReader text) {
        return text.at(KeepText.OF_ORDER) ? read(text, text.line(KeepText.OF_ORDER), KeepText.OF_ORDER) : Keep.ALWAYS;
    }

    static Map<String, Keep> ofLines(TextReader text) {
        Map<String, Keep> keeps = new HashMap<>();
        while (text.at(KeepText.OF_LINE)) {
            TextFields fields = text.line(KeepText.OF_LINE);
            keeps.put(fields.text(), read(text, fields, KeepText.OF_LINE));
        }
        return keeps;
    }

    private static Keep read(TextReader text, TextFields fields, String what) {
        String kind = fields.text();
        return switch (kind) {
            case "basis" -> new Keep.MinimumBasis(fields.decimal());
            case "basis-of" -> minimumOf(fields);
            case "some-of" -> new Keep.SomeOf(Set.copyOf(fields.list(TextFields::text)));
            case "quantity" -> new Keep.MinimumQuantity(fields.text(), fields.count());
            case "amount" -> new Keep.MinimumAmount(fields.text(), fields.decimal());
            case KeepText.ALL -> new Keep.AllOf(parts(text, fields.count(), what));
            case KeepText.ANY -> new Keep.AnyOf(parts(text, fields.count(), what));
            default -> throw new IllegalArgumentException("nothing is kept by \"" + kind + "\"");
        };
    }

    private static Keep minimumOf(TextFields fields) {
        BigDecimal least = fields.decimal();
        return new Keep.MinimumOf(Set.copyOf(fields.list(TextFields::text)), least);
    }

    private static List<Keep> parts(TextReader text, int count, String what) {
        List<Keep> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TextFields fields = text.line(what);
            if (what.equals(KeepText.OF_LINE)) {
                fields.text();
            }
            parts.add(read(text, fields, what));
        }
        return parts;
    }
}
