package io.loyalty4j.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Raises every doubt that there is about a program. */
final class Linter {
    private static final List<Doubt> DOUBTS = List.of(
            RuleDoubts::idle,
            RuleDoubts::unlimited,
            ReturnDoubts::unfrozen,
            ReturnDoubts::wonAcrossOrders,
            ReturnDoubts::keptTier,
            TransferDoubts::early,
            RewardDoubts::worthMore,
            CheaperReward::doubt,
            GiftCardDoubt::raise,
            ScopeDoubts::unreachable,
            ScopeDoubts::otherCurrencies,
            CampaignDoubts::overlaps,
            MomentDoubts::saidBirthday,
            MomentDoubts::keptWithoutTheOrder,
            MomentDoubts::paidPause,
            MomentDoubts::boundlessDraw);

    private Linter() {}

    static List<Finding> findings(Study study) {
        List<Finding> findings = new ArrayList<>();
        DOUBTS.forEach(doubt -> doubt.raise(study, findings::add));
        findings.sort(Comparator.comparing(Finding::path).thenComparing(Finding::problem));
        return List.copyOf(findings);
    }

    /** One kind of doubt. */
    interface Doubt {
        void raise(Study study, Consumer<Finding> report);
    }
}
