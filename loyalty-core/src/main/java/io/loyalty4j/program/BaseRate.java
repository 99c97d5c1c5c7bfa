package io.loyalty4j.program;

import io.loyalty4j.earn.Probes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What everybody earns on everything, at any time. */
final class BaseRate {
    /** So much that fractions and blocks make no difference. */
    private static final BigDecimal MUCH = BigDecimal.valueOf(1_000_000);

    private BaseRate() {}

    /** On a large order in the base tier; empty if there is no rate for everybody. */
    static Optional<Find> of(Study study) {
        Space nothingSpecial = new Space(study.program(), Probes.together(List.of()));
        Trial trial = nothingSpecial.plain(study.tiers().get(0)).basket(basket -> basket.costing(MUCH));
        Scenes scenes = new Scenes(study.program());
        return scenes.of(trial)
                .flatMap(sample -> Find.of(study.program().planOf(study.plainRates()), sample))
                .filter(find -> find.points() > 0);
    }
}
