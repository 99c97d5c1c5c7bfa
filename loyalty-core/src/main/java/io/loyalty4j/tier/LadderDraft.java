package io.loyalty4j.tier;

import io.loyalty4j.shop.Condition;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Window;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** A ladder as it was written. Changed only while a ladder makes its copy. */
final class LadderDraft {
    final Measure measure;
    Optional<Condition<OrderLine>> excluded = Optional.empty();
    Window per = Window.YEAR;
    boolean startsNext;
    boolean throughNext;
    Optional<Period> keptFor = Optional.empty();
    boolean oneStep;
    List<Step> steps = List.of();
    List<Benefit> benefits = List.of();

    LadderDraft(Measure measure) {
        this.measure = measure;
    }

    LadderDraft(LadderDraft other) {
        this.measure = other.measure;
        this.excluded = other.excluded;
        this.per = other.per;
        this.startsNext = other.startsNext;
        this.throughNext = other.throughNext;
        this.keptFor = other.keptFor;
        this.oneStep = other.oneStep;
        this.steps = other.steps;
        this.benefits = other.benefits;
    }

    List<String> codes() {
        return steps.stream().map(Step::tier).toList();
    }

    /** The codes of a tier's benefits. */
    List<String> benefitsOf(String tier) {
        return benefits.stream()
                .filter(benefit -> benefit.tiers().contains(tier))
                .map(Benefit::code)
                .distinct()
                .sorted()
                .toList();
    }

    record Step(String tier, String from) {}

    record Benefit(String code, List<String> tiers) {}
}
