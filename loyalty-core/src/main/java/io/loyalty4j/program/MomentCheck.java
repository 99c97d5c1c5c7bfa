package io.loyalty4j.program;

import io.loyalty4j.earn.ConditionCheck;
import io.loyalty4j.earn.OrderConditions;
import io.loyalty4j.program.MomentTerms.Bound;
import io.loyalty4j.program.MomentTerms.Gift;
import io.loyalty4j.program.MomentTerms.Over;
import io.loyalty4j.shop.Absence;
import io.loyalty4j.shop.Window;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;

/** What is wrong with a moment as it was written, and in the program that lists it. */
final class MomentCheck {
    private static final Duration LONGEST_WAIT = Duration.ofDays(366);
    private static final Period LONGEST = Period.ofYears(10);
    private static final int MOST_TIMES = 100;

    private final ProgramDraft draft;
    private final MomentTerms moment;
    private final BiConsumer<String, String> report;

    MomentCheck(ProgramDraft draft, Moment moment, BiConsumer<String, String> report) {
        this.draft = draft;
        this.moment = moment.terms();
        this.report = report;
    }

    void check(ZoneId zone, Set<String> tiers) {
        span();
        checkCoolingOff();
        moment.season().check(zone, report);
        condition(tiers);
        moment.times().forEach(times -> atLeastOnce("atMostTimes", times.most()));
        moment.bounds().forEach(this::bound);
        moment.gifts().stream().limit(1).forEach(gift -> gift(gift, zone, tiers));
        moment.gifts().stream().skip(1).forEach(gift -> report.accept(gift.clause(), "it gives something already"));
        checkPurpose();
    }

    private void span() {
        switch (moment.kind()) {
            case AFTER_ORDER -> checkWait();
            case BEFORE_EXPIRY -> checkPeriod("beforeExpiry", moment.span().period());
            case TIER_AT_RISK -> checkPeriod("tierAtRisk", moment.span().period());
            case DORMANT -> checkDormant();
            case BIRTHDAY, ANNIVERSARY -> {}
        }
    }

    private void checkWait() {
        Duration wait = moment.span().pause();
        if (wait.isNegative()
                || wait.isZero()
                || wait.compareTo(LONGEST_WAIT) > 0
                || wait.toNanosPart() % 1_000_000 != 0) {
            report.accept(
                    "afterOrder",
                    wait + " is not between a millisecond and " + LONGEST_WAIT.toDays()
                            + " days, in whole milliseconds");
        }
    }

    private void checkDormant() {
        OptionalInt rhythm = moment.span().rhythm();
        if (moment.span().own().isPresent()) {
            checkWords(moment.span().own().get());
        } else if (rhythm.isEmpty()) {
            checkPeriod("dormantFor", moment.span().period());
        } else if (rhythm.getAsInt() < 2 || rhythm.getAsInt() > MOST_TIMES) {
            report.accept("dormantFor", rhythm.getAsInt() + " times their rhythm is not between 2 and " + MOST_TIMES);
        }
    }

    private void checkWords(Absence rule) {
        if (rule.describe().isBlank()) {
            report.accept("dormantWhen", "the rule does not say in words when that is");
        }
    }

    private void checkPeriod(String clause, Period period) {
        LocalDate day = LocalDate.EPOCH;
        if (Expiry.tooLong(period) || day.plus(period).isAfter(day.plus(LONGEST))) {
            report.accept(clause, period + " is longer than ten years");
        } else if (period.isNegative() || !day.plus(period).isAfter(day)) {
            report.accept(clause, period + " is not longer than nothing");
        }
    }

    private void checkCoolingOff() {
        Period time = moment.coolingOff();
        if (time.equals(Period.ZERO)) {
            return;
        }
        if (moment.kind() == Moment.Kind.BIRTHDAY) {
            checkPeriod("coolingOff", time);
        } else {
            report.accept("coolingOff", "only a birthday is entered, and can be changed");
        }
    }

    private void condition(Set<String> tiers) {
        List<String> mistakes = ConditionCheck.mistakes(moment.when(), tiers);
        mistakes.forEach(mistake -> report.accept("when", mistake));
        if (mistakes.isEmpty() && moment.kind() != Moment.Kind.AFTER_ORDER) {
            OrderConditions.in(moment.when())
                    .forEach(part -> report.accept("when", part + ": there is no order that it could be asked about"));
        }
    }

    private void bound(Bound bound) {
        if (bound.over() == Over.ORDER) {
            report.accept(bound.clause(), "per order: a moment comes once for what it is about");
        } else if (moment.gifts().isEmpty()) {
            report.accept(bound.clause(), "it gives nothing that could be limited");
        } else if (bound.clause().equals("atMostPoints") && givesReward()) {
            report.accept(bound.clause(), "a reward has no points to count; atMostTimes(..) limits it");
        } else {
            atLeastOnce(bound.clause(), bound.most());
        }
    }

    private boolean givesReward() {
        return moment.gifts().get(0).clause().equals("givingReward");
    }

    private void atLeastOnce(String clause, long most) {
        if (most < 1) {
            report.accept(clause, most + " is less than 1: it would never come");
        }
    }

    /** As a rule for an activity, which is what it is booked as; its limits are looked at above. */
    private void gift(Gift gift, ZoneId zone, Set<String> tiers) {
        BiConsumer<String, String> own = (clause, mistake) -> report.accept(gift.clause(), mistake);
        gift.rule().forActivity("gift").check(zone, tiers, own);
        ProgramCheck.rewards(gift.rule(), draft, own);
    }

    private void checkPurpose() {
        if (moment.kind() == Moment.Kind.BEFORE_EXPIRY && nothingExpires()) {
            report.accept("beforeExpiry", "nothing expires in this program");
        }
        if (moment.kind() == Moment.Kind.TIER_AT_RISK) {
            tiersEnd();
        }
    }

    private boolean nothingExpires() {
        return !draft.expiry().expires()
                && draft.rewards().values().stream()
                        .allMatch(reward -> reward.voucher().isEmpty());
    }

    private void tiersEnd() {
        if (draft.tiers().codes().size() < 2) {
            report.accept("tierAtRisk", "the program has no tier above its base");
        } else if (draft.tiers().mistakes().isEmpty()
                && draft.tiers().terms().per().equals(Window.LIFETIME)) {
            report.accept("tierAtRisk", "its tiers are for life");
        }
    }
}
