package io.loyalty4j.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The best finds of a search: for each set of rules that give something together, the one on which they give most. */
final class Best {
    private final Map<Set<String>, Find> found = new LinkedHashMap<>();

    void see(Find find) {
        found.merge(find.rules(), find, (one, other) -> other.moreThan(one) ? other : one);
    }

    Optional<Find> most() {
        return found.values().stream().min(Find.MOST_FIRST);
    }

    List<Find> most(int number) {
        return found.values().stream().sorted(Find.MOST_FIRST).limit(number).toList();
    }
}
