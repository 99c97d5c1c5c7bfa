package io.loyalty4j.laws;

import static java.util.stream.Collectors.joining;

import io.loyalty4j.earn.PlanTerms;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.TierLadder;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** A program in a form that can be printed, made simpler and built. */
record ProgramSpec(
        String version,
        String currency,
        String zone,
        Optional<String> inForceFrom,
        Optional<Term> excluded,
        List<RuleSpec> rules,
        Optional<PlanTerms.MemberLimit> most,
        Ladder ladder,
        List<RewardSpec> rewards,
        Lapse lapse,
        Period activation,
        Duration holdsLast,
        List<Policy> policies) {

    LoyaltyProgram built() {
        return built(rules);
    }

    /** The program with its rules listed in another order. */
    LoyaltyProgram built(List<RuleSpec> listed) {
        ProgramBuilder builder = LoyaltyProgram.named("random")
                .version(version)
                .currency(currency)
                .zone(zone)
                .tiers(ladder.built())
                .expiry(lapse.built())
                .activation(activation.isZero() ? Activation.atOnce() : Activation.after(activation))
                .holdsLast(holdsLast);
        inForceFrom.ifPresent(builder::inForceFrom);
        excluded.ifPresent(term -> builder.excluding(term.onLine()));
        listed.forEach(rule -> builder.earn(rule.id(), rule.built()));
        most.ifPresent(limit -> builder.atMostPoints(limit.most(), limit.window()));
        rewards.forEach(reward -> builder.reward(reward.id(), reward.built()));
        policies.forEach(builder::policy);
        return builder.build();
    }

    /** The answer to a question, the default where the program gives none. */
    <P extends Enum<P> & Policy> P policy(Class<P> question) {
        return policies.stream()
                .filter(question::isInstance)
                .map(question::cast)
                .findFirst()
                .orElse(question.getEnumConstants()[0]);
    }

    /** The same as a program's first version. */
    ProgramSpec first() {
        return new ProgramSpec(
                "1",
                currency,
                zone,
                Optional.empty(),
                excluded,
                rules,
                most,
                ladder,
                rewards,
                lapse,
                activation,
                holdsLast,
                policies);
    }

    ProgramSpec rules(List<RuleSpec> others) {
        return new ProgramSpec(
                version,
                currency,
                zone,
                inForceFrom,
                excluded,
                others,
                most,
                ladder,
                rewards,
                lapse,
                activation,
                holdsLast,
                policies);
    }

    ProgramSpec most(Optional<PlanTerms.MemberLimit> other) {
        return new ProgramSpec(
                version,
                currency,
                zone,
                inForceFrom,
                excluded,
                rules,
                other,
                ladder,
                rewards,
                lapse,
                activation,
                holdsLast,
                policies);
    }

    ProgramSpec policies(List<Policy> others) {
        return new ProgramSpec(
                version,
                currency,
                zone,
                inForceFrom,
                excluded,
                rules,
                most,
                ladder,
                rewards,
                lapse,
                activation,
                holdsLast,
                others);
    }

    @Override
    public String toString() {
        String policyText = policies.stream().map(ProgramSpec::written).collect(joining(""));
        return "LoyaltyProgram.named(\"random\").version(\"" + version + "\").currency(\"" + currency + "\").zone(\""
                + zone + "\")"
                + inForceFrom.map(from -> ".inForceFrom(\"" + from + "\")").orElse("")
                + excluded.map(term -> "\n        .excluding(" + term + ")").orElse("")
                + rules.stream().map(rule -> "\n        " + rule).collect(joining())
                + most.map(limit -> "\n        .atMostPoints(" + limit.most() + ", " + limit.window() + ")")
                        .orElse("")
                + (ladder.tiers().isEmpty() ? "" : "\n        .tiers(" + ladder + ")")
                + rewards.stream().map(reward -> "\n        " + reward).collect(joining())
                + (lapse.equals(Lapse.NEVER) ? "" : "\n        .expiry(" + lapse + ")")
                + (activation.isZero() ? "" : "\n        .activation(Activation.after(" + activation + "))")
                + "\n        .holdsLast(" + holdsLast + ")" + policyText;
    }

    private static String written(Policy policy) {
        Enum<?> choice = (Enum<?>) policy;
        return "\n        .policy(" + choice.getDeclaringClass().getSimpleName() + "." + choice + ")";
    }

    /** Tiers above the base, by their thresholds. */
    record Ladder(Window per, Kept kept, List<Integer> tiers) {
        static final Ladder NONE = new Ladder(Window.YEAR, Kept.TO_THE_END, List.of());

        TierLadder built() {
            if (tiers.isEmpty()) {
                return TierLadder.none();
            }
            TierLadder ladder = TierLadder.bySpend().per(per).base("T0");
            for (int i = 0; i < tiers.size(); i++) {
                ladder = ladder.tier("T" + (i + 1), tiers.get(i));
            }
            return kept.of(ladder, per);
        }

        @Override
        public String toString() {
            return "TierLadder.bySpend().per(" + per + ").base(\"T0\") + " + tiers + " kept " + kept;
        }
    }

    /** How long tiers last; a lifetime has no next period. */
    enum Kept {
        TO_THE_END,
        THROUGH_NEXT,
        FROM_NEXT,
        FOR_SOME_TIME,
        STEP_BY_STEP;

        TierLadder of(TierLadder ladder, Window per) {
            boolean life = per.equals(Window.LIFETIME);
            return switch (this) {
                case TO_THE_END -> ladder;
                case THROUGH_NEXT -> life ? ladder : ladder.keptThroughNextPeriod();
                case FROM_NEXT -> life ? ladder : ladder.startingNextPeriod();
                case FOR_SOME_TIME -> ladder.keptFor(Period.ofMonths(7));
                case STEP_BY_STEP -> ladder.fallingOneStep();
            };
        }
    }

    /** How points lapse. */
    record Lapse(Kind kind, Period time, Window rounded, Optional<String> since) {
        static final Lapse NEVER = new Lapse(Kind.NEVER, Period.ZERO, Window.DAY, Optional.empty());

        Expiry built() {
            Expiry expiry = switch (kind) {
                case NEVER -> Expiry.never();
                case BY_AGE -> Expiry.after(time);
                case BY_INACTIVITY -> Expiry.afterInactivity(time);
            };
            Expiry rounding = rounded.equals(Window.DAY) ? expiry : expiry.roundedUpTo(rounded);
            return since.map(rounding::since).orElse(rounding);
        }

        @Override
        public String toString() {
            return (kind == Kind.BY_AGE ? "Expiry.after(" : "Expiry.afterInactivity(") + time + ")"
                    + (rounded.equals(Window.DAY) ? "" : ".roundedUpTo(" + rounded + ")")
                    + since.map(day -> ".since(\"" + day + "\")").orElse("");
        }

        /** By what. */
        enum Kind {
            NEVER,
            BY_AGE,
            BY_INACTIVITY
        }
    }
}
