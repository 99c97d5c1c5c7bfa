package io.loyalty4j.testing;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What happened in a world, in order, and what it came to. */
final class Annals {
    private final List<Step> steps = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Map<MemberId, Supplier<String>> reasons = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    /** @param said by the rules, worked out when somebody asks */
    void sent(Step.Sent sent, Outcome outcome, Supplier<String> said) {
        steps.add(sent);
        names.addAll(List.of(sent.command().requestId().split("[/@]", -1)));
        answers.add(new Answer(sent, outcome.refusal()));
        reasons.put(sent.command().member(), said);
    }

    void asked(Quote quote) {
        reasons.put(quote.order().member(), quote::explain);
    }

    void passed(Step step) {
        steps.add(step);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** Whether something was sent that has such an id, or is about it. */
    boolean mentions(String id) {
        return names.contains(id);
    }

    /** What the rules said to what a member sent or asked last; empty if nothing. */
    Optional<String> reasons(MemberId member) {
        return Optional.ofNullable(reasons.get(member)).map(Supplier::get);
    }
}
