package io.loyalty4j.tier;

import io.loyalty4j.shop.Identifier;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.LadderDraft.Benefit;
import io.loyalty4j.tier.LadderDraft.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects every mistake of a ladder. */
final class LadderCheck {
    private static final int MOST_YEARS = 1_000;

    private final LadderDraft ladder;
    private final List<String> mistakes = new ArrayList<>();

    LadderCheck(LadderDraft ladder) {
        this.ladder = ladder;
    }

    List<String> mistakes() {
        if (ladder.steps.isEmpty() || !ladder.steps.get(0).from().equals("0")) {
            mistakes.add("the first tier must be a base(..)");
        }
        measure();
        periods();
        ladder.keptFor.ifPresent(this::duration);
        steps();
        ladder.benefits.forEach(this::benefit);
        return mistakes;
    }

    private void measure() {
        if (ladder.measure.ofEachLine().isPresent()) {
            String name = ladder.measure.name();
            if (!name.matches(Identifier.PATTERN)) {
                mistakes.add("by: a measure's name " + Identifier.WORDS);
            } else if (ladder.measure.reserved()) {
                mistakes.add("by: " + name + " is a measure that every ladder can have; another name is needed");
            }
        }
    }

    private void periods() {
        Window per = ladder.per;
        boolean rolls = per.rolls();
        if (per.hours().isPresent()) {
            mistakes.add("per: " + per + " has hours; tiers count whole days");
        }
        if (rolls || per.equals(Window.LIFETIME)) {
            String why = rolls ? " rolls, and no period follows another" : " is followed by no other period";
            if (ladder.startsNext) {
                mistakes.add("startingNextPeriod: " + per + why);
            }
            if (ladder.throughNext) {
                mistakes.add("keptThroughNextPeriod: " + per + why);
            }
        }
        if (ladder.throughNext && ladder.keptFor.isPresent()) {
            mistakes.add("keptFor: keptThroughNextPeriod() says how long, too; one is enough");
        }
        if (ladder.oneStep && rolls && ladder.keptFor.isEmpty()) {
            mistakes.add("fallingOneStep: " + per + " rolls; keptFor(..) says how long a step is");
        }
    }

    private void duration(Period time) {
        LocalDate day = LocalDate.EPOCH;
        if (Math.abs(time.toTotalMonths()) > MOST_YEARS * 12L
                || Math.abs(time.get(ChronoUnit.DAYS)) > MOST_YEARS * 366L) {
            mistakes.add("keptFor: " + time + " is longer than a thousand years");
        } else if (time.isNegative() || !day.plus(time).isAfter(day)) {
            mistakes.add("keptFor: " + time + " is not longer than nothing");
        }
    }

    private void steps() {
        Set<String> seen = new HashSet<>();
        BigDecimal below = BigDecimal.valueOf(-1);
        for (Step step : ladder.steps) {
            if (!step.tier().matches(Identifier.PATTERN)) {
                mistakes.add("a tier's code " + Identifier.WORDS);
            }
            if (!step.from().matches(Money.PATTERN)) {
                mistakes.add(step.tier() + ": \"" + step.from() + "\" is no amount");
                continue;
            }
            BigDecimal from = new BigDecimal(step.from());
            if (from.compareTo(below) <= 0) {
                mistakes.add(step.tier() + ": its threshold " + step.from() + " is not above that of the tier before");
            }
            if (!seen.add(step.tier())) {
                mistakes.add(step.tier() + " is there twice");
            }
            below = from;
        }
    }

    private void benefit(Benefit benefit) {
        if (!benefit.code().matches(Identifier.PATTERN)) {
            mistakes.add("benefit: a benefit's code " + Identifier.WORDS);
        }
        if (benefit.tiers().isEmpty()) {
            mistakes.add("benefit: " + benefit.code() + " is for no tier");
        }
        benefit.tiers().stream()
                .filter(tier -> !ladder.codes().contains(tier))
                .forEach(tier -> mistakes.add(
                        "benefit: " + benefit.code() + ": there is no tier " + tier + "; there are " + ladder.codes()));
    }
}
