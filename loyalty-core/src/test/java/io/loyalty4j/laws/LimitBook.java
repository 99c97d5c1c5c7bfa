package io.loyalty4j.laws;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What one member got of each rule and when, kept from the postings alone: within no period do the orders and activities that still stand exceed what a rule
 * or program allows.
 */
final class LimitBook {
    private static final String LIMITS = "limits: nothing is given beyond them";
    private static final String GROUPS = "groups: of each, one rule gives something";

    private final MemberId member;
    private final Map<String, Got> standing = new LinkedHashMap<>();

    LimitBook(MemberId member) {
        this.member = member;
    }

    /** Takes note of what was given, and of what has been undone as a whole. */
    void add(Posting posting) {
        OrderBook.subject(posting).ifPresent(subject -> {
            if (posting.header().kind() == Posting.Kind.COMMAND
                    && !posting.awards().isEmpty()) {
                Map<String, Long> points = new TreeMap<>();
                posting.awards().forEach(award -> points.merge(award.rule(), award.points(), Long::sum));
                standing.put(subject, new Got(posting.header().occurredAt(), points));
            }
            boolean gone = posting.changes().stream()
                    .filter(Change.OrderSet.class::isInstance)
                    .map(change -> ((Change.OrderSet) change).delta().state())
                    .anyMatch(state -> state == OrderPosition.State.RETURNED || state == OrderPosition.State.CANCELLED);
            if (gone) {
                standing.remove(subject);
            }
        });
    }

    /** Checks what a command gave before it is taken note of; counters of periods that are long over may have been forgotten. */
    void check(ProgramSpec program, Posting posting, Account before) {
        NaiveMeter meter = new NaiveMeter(ZoneId.of(program.zone()), before.since());
        Instant at = posting.header().occurredAt();
        Map<String, Long> now = new TreeMap<>();
        posting.awards().forEach(award -> now.merge(award.rule(), award.points(), Long::sum));
        program.rules().stream().filter(rule -> now.containsKey(rule.id())).forEach(rule -> {
            for (CapSpec cap : rule.caps()) {
                long given = now.get(rule.id());
                if (cap.inPoints()) {
                    within(
                            program,
                            posting,
                            meter,
                            cap.per(),
                            cap.most() - given,
                            got -> got.of(rule.id()),
                            rule + " " + given);
                } else if (cap.per().isPresent()) {
                    within(
                            program,
                            posting,
                            meter,
                            cap.per(),
                            cap.most() - 1,
                            got -> got.of(rule.id()) > 0 ? 1 : 0,
                            rule.toString());
                }
            }
        });
        long all = posting.awards().stream().mapToLong(Award::points).sum();
        program.most()
                .filter(limit -> all > 0)
                .ifPresent(limit -> within(
                        program,
                        posting,
                        meter,
                        Optional.of(limit.window()),
                        limit.most() - all,
                        Got::sum,
                        limit + " " + all));
        program.rules().stream()
                .flatMap(rule -> rule.group().stream())
                .distinct()
                .forEach(group -> LawBroken.unless(
                        program.rules().stream()
                                        .filter(rule ->
                                                rule.group().equals(Optional.of(group)) && now.containsKey(rule.id()))
                                        .count()
                                <= 1,
                        GROUPS,
                        () -> member + " at " + at + " got " + now));
    }

    private void within(
            ProgramSpec program,
            Posting posting,
            NaiveMeter meter,
            Optional<Window> window,
            long left,
            ToLongFunction<Got> used,
            String what) {
        Instant at = posting.header().occurredAt();
        boolean late = !meter.day(at).equals(meter.day(posting.header().recordedAt()));
        if (window.isPresent() && late) {
            return;
        }
        long before = standing.values().stream()
                .filter(got -> window.filter(period -> meter.share(period, got.at(), at))
                        .isPresent())
                .mapToLong(used)
                .sum();
        LawBroken.unless(
                before <= left,
                LIMITS,
                () -> member + " had " + before + " of " + program + " " + what + " " + standing);
    }

    /** What an order or activity gave. */
    private record Got(Instant at, Map<String, Long> points) {
        long of(String rule) {
            return points.getOrDefault(rule, 0L);
        }

        long sum() {
            return points.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
