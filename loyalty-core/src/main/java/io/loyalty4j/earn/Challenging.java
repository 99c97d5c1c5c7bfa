package io.loyalty4j.earn;

import io.loyalty4j.earn.Effect.Measure;
import io.loyalty4j.earn.Goal.What;
import io.loyalty4j.shop.Identifier;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Reason;
import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Several goals in a time, and what meeting all of them is worth. */
record Challenging(List<Goal> goals, ChallengeSpan span, long worth, Optional<String> reward)
        implements Tracked, Stated {
    private static final String PATH = "challenge/";
    private static final String MET = "met";

    @Override
    public Told tell(Question question) {
        return begun(question).asked(question);
    }

    /** Under the terms with which the member began, unless the rule is not told any more of what they ask for. */
    private Challenging begun(Question question) {
        return question.memory().counters().entrySet().stream()
                .filter(counter -> counter.getKey().startsWith(path(question)))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(counter -> begun(question, counter.getKey(), counter.getValue()).stream())
                .findFirst()
                .orElse(this);
    }

    private Optional<Challenging> begun(Question question, String name, Counter counter) {
        return counter.terms()
                .map(Challenging::parsed)
                .filter(terms -> Meter.inPeriod(name, terms.span.window(), question.occasion()))
                .filter(terms -> kinds().contains(ANYTHING) || kinds().containsAll(terms.kinds()));
    }

    private Told asked(Question question) {
        if (read(question, MET) > 0) {
            return Told.of(new Withheld(Reason.of("challenge-met")), List.of());
        }
        if (span.over(question.occasion())) {
            return Told.of(new Withheld(Reason.of("challenge-over")), List.of());
        }
        List<Effect> effects = effects(question);
        List<String> missing = new ArrayList<>();
        Keep keep = Keep.ALWAYS;
        long points = 0;
        for (Goal goal : goals) {
            long before = read(question, goal.name());
            long with = before + (goal.concerns(question.occasion()) ? goal.by(question.lines()) : 0);
            if (goal.what() == What.EARNING) {
                points = Math.max(points, goal.needed() - before);
            } else if (with < goal.needed()) {
                missing.add(goal.progress(with));
            } else if (goal.what() == What.SPENDING && before < goal.needed()) {
                keep = Keep.both(keep, keeping(question.lines(), goal.needed() - before));
            }
        }
        boolean may = missing.isEmpty() && !effects.isEmpty();
        Contribution contribution = may
                ? given(points).keeping(keep)
                : new Withheld(Reason.of("challenge-open", String.join(", ", missing)));
        return Told.of(contribution, effects);
    }

    private static Keep keeping(List<OrderLine> lines, long units) {
        return new Keep.MinimumOf(lines.stream().map(OrderLine::id).collect(Collectors.toSet()), Goal.amount(units));
    }

    /** Always a milestone, so that what one challenge gives brings none further that asks for points. */
    private Given given(long points) {
        BigDecimal needed = BigDecimal.valueOf(Math.max(0, points));
        Reason why = Reason.of("challenge", describeGoals());
        return Given.milestone(BigDecimal.valueOf(worth), needed, why).rewarding(reward);
    }

    /** What the occasion does to the goals it is about, and to the challenge if it meets it. */
    private List<Effect> effects(Question question) {
        List<Effect> effects = new ArrayList<>();
        for (Goal goal : goals) {
            if (goal.concerns(question.occasion())) {
                boolean points = goal.what() == What.EARNING;
                long by = points ? 1 : goal.by(question.lines());
                effects.add(effect(question, goal.name(), by, points ? Measure.POINTS_EARNED : Measure.OCCASION));
            }
        }
        if (!effects.isEmpty()) {
            effects.add(effect(question, MET, 1, Measure.GIFT));
        }
        return effects;
    }

    private Effect effect(Question question, String name, long by, Measure measure) {
        Count count = meter(question, name).count(by, question.occasion(), question.zone());
        return new Effect(question.rule(), count.under(text()), measure);
    }

    private long read(Question question, String name) {
        return meter(question, name).read(question.occasion(), question.memory().counters());
    }

    private Meter meter(Question question, String name) {
        Window window = name.equals(MET) && span.per().isEmpty() ? Window.LIFETIME : span.window();
        return new Meter(path(question) + name, window);
    }

    private static String path(Question question) {
        return PATH + Goal.quoted(question.rule()) + "/";
    }

    /** The rule whose challenge a counter says is met; empty of any other counter. */
    static Optional<String> met(String counter) {
        String[] parts = counter.split("/", 4);
        return parts.length == 4 && counter.startsWith(PATH) && parts[2].equals(MET)
                ? Optional.of(Goal.unquoted(parts[1]))
                : Optional.empty();
    }

    /** The terms as a member keeps them. */
    private String text() {
        return worth + "|" + reward.map(Goal::quoted).orElse("") + "|" + span.text() + "|"
                + goals.stream().map(Goal::text).collect(Collectors.joining(";"));
    }

    private static Challenging parsed(String text) {
        String[] parts = text.split("\\|", 4);
        return new Challenging(
                Arrays.stream(parts[3].split(";")).map(Goal::parsed).toList(),
                ChallengeSpan.parsed(parts[2]),
                Long.parseLong(parts[0]),
                Optional.of(parts[1]).filter(code -> !code.isEmpty()).map(Goal::unquoted));
    }

    @Override
    public Set<String> kinds() {
        Set<String> kinds = new HashSet<>();
        goals.forEach(goal -> kinds.add(goal.about()));
        return kinds;
    }

    String describeGoals() {
        return goals.stream().map(Goal::describe).collect(Collectors.joining(" and "));
    }

    @Override
    public Set<String> rewards() {
        return reward.map(Set::of).orElse(Set.of());
    }

    @Override
    public String describe() {
        return reward.map(code -> "the reward " + code).orElseGet(() -> worth + " points") + " for " + describeGoals();
    }

    @Override
    public List<String> mistakes(Set<String> tiers) {
        List<String> mistakes = new ArrayList<>();
        goals.stream()
                .filter(goal -> !goal.legal())
                .forEach(goal -> mistakes.add("\"" + goal.target() + "\" is no number above zero to reach"));
        goals.stream()
                .filter(goal -> !goal.named())
                .forEach(goal -> mistakes.add("\"" + goal.kind() + "\": a kind " + Identifier.WORDS));
        if (goals.isEmpty()) {
            mistakes.add("the challenge asks for nothing");
        }
        if (goals.stream().map(Goal::name).distinct().count() < goals.size()) {
            mistakes.add("the challenge asks for the same twice");
        }
        if (worth < 1) {
            mistakes.add(worth + " points are not more than 0");
        }
        mistakes.addAll(span.mistakes());
        return mistakes;
    }
}
