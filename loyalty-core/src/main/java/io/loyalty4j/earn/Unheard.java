package io.loyalty4j.earn;

import io.loyalty4j.shop.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Why contributions came to nothing. */
final class Unheard {
    private Unheard() {}

    static List<Silence> of(Yield result) {
        Set<String> awarded = new HashSet<>(result.rewarding());
        result.awards().forEach(award -> awarded.add(award.rule()));
        List<Silence> silences = new ArrayList<>();
        for (FrozenContribution one : result.contributions()) {
            if (!awarded.contains(one.rule())) {
                silences.add(new Silence(one.rule(), why(one, result.cut())));
            }
        }
        result.outdone().forEach((rule, group) -> silences.add(new Silence(rule, Reason.of("not-best", group))));
        return silences;
    }

    private static Reason why(FrozenContribution one, Set<String> cut) {
        if (cut.contains(one.rule())) {
            return Reason.of("cut");
        }
        return switch (one.kind()) {
            case STAMPS -> one.card().map(Card::open).orElseThrow();
            case MILESTONE -> Reason.of("milestone", one.per().orElseThrow().toPlainString());
            default -> one.group().map(name -> Reason.of("not-best", name)).orElseGet(() -> Reason.of("nothing-left"));
        };
    }
}
