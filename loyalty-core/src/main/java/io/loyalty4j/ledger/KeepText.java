package io.loyalty4j.ledger;

import io.loyalty4j.earn.Keep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must be kept of an order, or of one of its lines, as lines: a whole, then its parts. What always holds is not said, unless it is a part. */
final class KeepText {
    static final String OF_ORDER = "keep";
    static final String OF_LINE = "line-keep";
    static final String ALL = "all-of";
    static final String ANY = "any-of";

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
}
