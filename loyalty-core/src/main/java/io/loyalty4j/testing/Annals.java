package io.loyalty4j.testing;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What happened in a world, in order, and what it came to. */
final class Annals {
    private final List<Step> steps = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Map<MemberId, Supplier<String>> reasons = new HashMap<>();
    private Map<MemberId, Long> versions = Map.of();
    private Map<MemberId, Member> profiles = Map.of();
    private int toldBefore;

    /** @param said by the rules, worked out when somebody asks */
    void sent(Step.Sent sent, Outcome outcome, Supplier<String> said) {
        steps.add(sent);
        answers.add(new Answer(sent, outcome.refusal()));
        reasons.put(sent.command().member(), said);
    }

    /** The shop's own code sent it, and it was booked. */
    void heard(Instant at, Command command) {
        Step.Sent sent = new Step.Sent(at, command);
        steps.add(sent);
        answers.add(new Answer(sent, Optional.empty()));
    }

    void asked(Quote quote) {
        reasons.put(quote.order().member(), quote::explain);
    }

    void passed(Step step) {
        steps.add(step);
    }

    void settled(Map<MemberId, Long> postings, Map<MemberId, Member> known, int told) {
        versions = postings;
        profiles = known;
        toldBefore = told;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** How many postings each member had after the last step. */
    Map<MemberId, Long> versions() {
        return versions;
    }

    /** What was known of members after the last step. */
    Map<MemberId, Member> profiles() {
        return profiles;
    }

    /** How much had been told after the last step. */
    int toldBefore() {
        return toldBefore;
    }

    /** What the rules said to what a member sent or asked last; empty if nothing. */
    Optional<String> reasons(MemberId member) {
        return Optional.ofNullable(reasons.get(member)).map(Supplier::get);
    }
}
