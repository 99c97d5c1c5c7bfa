package io.loyalty4j.ledger;

import io.loyalty4j.earn.Keep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must be kept of an order, or of one of its lines, as lines: a whole, then its parts. What always holds is not said, unless it is a part. */
final class KeepText {
    private static final String OF_ORDER = "keep";
    private static final String OF_LINE = "line-keep";
    private static final String ALL = "all-of";
    private static final String ANY = "any-of";

    private final TextWriter text;
    private final String what;
    private final List<Object> line;

    private KeepText(TextWriter text, String what, List<Object> line) {
        this.text = text;
        this.what = what;
        this.line = line;
    }

    static void write(TextWriter text, Keep keep, Map<String, Keep> lineKeeps) {
        if (!keep.equals(Keep.ALWAYS)) {
            new KeepText(text, OF_ORDER, List.of()).write(keep);
        }
        new TreeMap<>(lineKeeps).forEach((id, lineKeep) -> {
            if (!lineKeep.equals(Keep.ALWAYS)) {
                new KeepText(text, OF_LINE, List.of(id)).write(lineKeep);
            }
        });
    }

    private void write(Keep keep) {
        if (keep instanceof Keep.MinimumBasis minimum) {
            line("basis", minimum.least());
        } else if (keep instanceof Keep.MinimumOf minimum) {
            line("basis-of", minimum.least(), sorted(minimum.lines()));
        } else if (keep instanceof Keep.SomeOf some) {
            line("some-of", sorted(some.lines()));
        } else if (keep instanceof Keep.MinimumQuantity minimum) {
            line("quantity", minimum.line(), minimum.least());
        } else if (keep instanceof Keep.MinimumAmount minimum) {
            line("amount", minimum.line(), minimum.least());
        } else if (keep instanceof Keep.AllOf all) {
            line(ALL, all.parts().size());
            all.parts().forEach(this::write);
        } else if (keep instanceof Keep.AnyOf any) {
            line(ANY, any.parts().size());
            any.parts().forEach(this::write);
        }
    }

    private void line(Object... parts) {
        List<Object> all = new ArrayList<>(line);
        all.addAll(List.of(parts));
        text.line(what, all);
    }

    private static List<String> sorted(Set<String> lines) {
        return List.copyOf(new TreeSet<>(lines));
    }

    /** Of an order. */
    static Keep read(TextReader text) {
        return text.at(OF_ORDER) ? read(text, text.line(OF_ORDER), OF_ORDER) : Keep.ALWAYS;
    }

    static Map<String, Keep> ofLines(TextReader text) {
        Map<String, Keep> keeps = new HashMap<>();
        while (text.at(OF_LINE)) {
            TextFields fields = text.line(OF_LINE);
            keeps.put(fields.text(), read(text, fields, OF_LINE));
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
            case ALL -> new Keep.AllOf(parts(text, fields.count(), what));
            case ANY -> new Keep.AnyOf(parts(text, fields.count(), what));
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
            if (what.equals(OF_LINE)) {
                fields.text();
            }
            parts.add(read(text, fields, what));
        }
        return parts;
    }
}
