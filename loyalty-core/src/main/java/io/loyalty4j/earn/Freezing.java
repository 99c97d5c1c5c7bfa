package io.loyalty4j.earn;

import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what a rule gives on an occasion into what the order keeps of it, so that a return need not ask the rule again. */
final class Freezing {
    private Freezing() {}

    /**
     * The contribution with the lines it is about and what must be kept of them.
     *
     * @param lines those that the rule is for
     * @return empty if the contribution is about none of them
     */
    static Optional<FrozenContribution> of(
            String rule, Clauses clauses, Occasion occasion, List<OrderLine> lines, Given given) {
        List<OrderLine> matched = lines.stream().filter(given.lines()::test).toList();
        if (occasion.order().isPresent() && matched.isEmpty()) {
            return Optional.empty();
        }
        Set<String> ids = new LinkedHashSet<>();
        matched.forEach(line -> ids.add(line.id()));
        Keep keep = Keep.both(Freezable.frozen(clauses.when(), occasion), given.keep());
        return Optional.of(new FrozenContribution(
                rule,
                given.kind(),
                ids,
                keeps(clauses.lines(), matched),
                given.value(),
                given.per(),
                keep,
                Optional.empty(),
                clauses.group(),
                given.card(),
                given.reward()));
    }

    private static Map<String, Keep> keeps(Condition<OrderLine> matching, List<OrderLine> lines) {
        Map<String, Keep> keeps = new HashMap<>();
        for (OrderLine line : lines) {
            Keep keep = Freezable.frozen(matching, line);
            if (!keep.equals(Keep.ALWAYS)) {
                keeps.put(line.id(), keep);
            }
        }
        return keeps;
    }
}
