package io.loyalty4j.laws;

import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one member did, kept from the commands alone and without what was undone as a whole: a challenge is met when it asks for no more, and once. Only of
 * members of one program, and of what is booked on its day: counters of periods that are over may have been forgotten.
 */
final class QuestBook {
    private static final String EARNED = "challenges: who is given points has met all goals";
    private static final String GIVEN = "challenges: who has met all goals is given points";
    private static final String ONCE = "challenges: each is met once in its time";

    private final Map<String, Deed> deeds = new LinkedHashMap<>();

    /** Takes note of what has been undone as a whole. */
    void undone(Posting posting) {
        boolean gone = posting.changes().stream()
                .filter(Change.OrderSet.class::isInstance)
                .map(change -> ((Change.OrderSet) change).delta().state())
                .anyMatch(state -> state == OrderPosition.State.RETURNED || state == OrderPosition.State.CANCELLED);
        if (gone) {
            OrderBook.subject(posting).ifPresent(deeds::remove);
        }
    }

    /**
     * Checks what an order or activity was given, and takes note of it.
     *
     * @param spent on lines like those of a rule; empty if there are none
     */
    void done(
            ProgramSpec program,
            Command command,
            Posting posting,
            Optional<Instant> enrolled,
            Function<RuleSpec, Optional<BigDecimal>> spent) {
        Map<String, Long> points = new TreeMap<>();
        posting.awards().forEach(award -> points.merge(award.rule(), award.points(), Long::sum));
        Map<String, BigDecimal> amounts = new TreeMap<>();
        program.rules().stream()
                .filter(rule -> rule.kind() == RuleSpec.Kind.QUEST)
                .forEach(rule -> spent.apply(rule).ifPresent(amount -> amounts.put(rule.id(), amount)));
        Optional<String> kind = command instanceof Activity activity ? Optional.of(activity.kind()) : Optional.empty();
        NaiveMeter meter = new NaiveMeter(ZoneId.of(program.zone()), enrolled);
        Instant at = posting.header().occurredAt();
        Set<String> met = program.rules().stream()
                .filter(rule -> rule.kind() == RuleSpec.Kind.QUEST && metBefore(rule, at, meter))
                .map(RuleSpec::id)
                .collect(Collectors.toSet());
        Deed deed = new Deed(at, kind, amounts, points, met);
        if (meter.day(deed.at()).equals(meter.day(posting.header().recordedAt()))) {
            program.rules().stream()
                    .filter(rule -> rule.kind() == RuleSpec.Kind.QUEST)
                    .forEach(rule -> check(rule, deed, meter, program.most().isPresent()));
        }
        deeds.put(command.subject().orElseThrow(), deed);
    }

    /** A goal of points is met before what the member is allowed in all cuts them. */
    private void check(RuleSpec rule, Deed deed, NaiveMeter meter, boolean allowance) {
        QuestSpec quest = rule.quest().orElseThrow();
        Window window = quest.per()
                .or(() -> quest.within().filter(time -> !quest.sinceEnrolment()).map(Window::rolling))
                .orElse(Window.LIFETIME);
        boolean metBefore = deed.met().contains(rule.id());
        boolean given = deed.gave(rule) > 0;
        LawBroken.unless(!given || !metBefore, ONCE, () -> rule + " again " + deed + " after " + deeds);
        boolean over = quest.sinceEnrolment()
                && !meter.day(deed.at())
                        .isBefore(meter.day(meter.enrolled().orElse(deed.at()))
                                .plus(quest.within().orElseThrow()));
        boolean met = !over && quest.concerns(deed, rule) && met(rule, quest, deed, window, meter);
        boolean beyond = quest.earning() > 0 && allowance;
        LawBroken.unless(!given || met || beyond, EARNED, () -> rule + " " + deed + " after " + deeds);
        boolean sure = quest.earning() == 0 && rule.caps().isEmpty() && !allowance;
        LawBroken.unless(given || metBefore || !met || !sure, GIVEN, () -> rule + " " + deed + " after " + deeds);
    }

    private boolean metBefore(RuleSpec rule, Instant at, NaiveMeter meter) {
        Window window = rule.quest().orElseThrow().per().orElse(Window.LIFETIME);
        return deeds.values().stream().anyMatch(deed -> deed.gave(rule) > 0 && meter.share(window, deed.at(), at));
    }

    private boolean met(RuleSpec rule, QuestSpec quest, Deed deed, Window window, NaiveMeter meter) {
        int orders = 0;
        int reviews = 0;
        long earned = 0;
        BigDecimal spent = BigDecimal.ZERO;
        Map<String, Deed> all = new LinkedHashMap<>(deeds);
        all.put("", deed);
        for (Deed each : all.values()) {
            if (!each.met().contains(rule.id()) && meter.share(window, each.at(), deed.at())) {
                orders += each.spent().containsKey(rule.id()) ? 1 : 0;
                spent = spent.add(each.spent().getOrDefault(rule.id(), BigDecimal.ZERO));
                reviews += each.kind().equals(Optional.of("review")) ? 1 : 0;
                earned += each.points().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
            }
        }
        return orders >= quest.orders()
                && reviews >= quest.reviews()
                && earned >= quest.earning()
                && spent.compareTo(new BigDecimal(quest.spending())) >= 0;
    }

    /**
     * An order or activity.
     *
     * @param kind of an activity
     * @param spent of an order, by the rules that have lines in it
     * @param met challenges that asked for no more
     */
    record Deed(
            Instant at,
            Optional<String> kind,
            Map<String, BigDecimal> spent,
            Map<String, Long> points,
            Set<String> met) {
        long gave(RuleSpec rule) {
            return points.getOrDefault(rule.id(), 0L);
        }
    }
}
