package io.loyalty4j.notify;

import io.loyalty4j.earn.Season;
import io.loyalty4j.program.Moment;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.Present;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One look: gathers what is told now, and when to look again. */
final class Weighing {
    private static final Comparator<Reminder> IN_TIME = Comparator.comparing(Reminder::due)
            .thenComparing(Reminder::moment)
            .thenComparing(Reminder::cause);

    private final Look look;
    private final Predicate<String> holds;
    private final Present present;
    private final Frequency frequency;
    private final List<Reminder> reminders = new ArrayList<>();
    private Instant next = Instant.MAX;

    Weighing(Look look, Predicate<String> holds) {
        this.look = look;
        this.holds = holds;
        this.present = look.present();
        this.frequency = new Frequency(present);
    }

    void add(Reminder reminder) {
        reminders.add(reminder);
    }

    void add(String id, Moment moment) {
        List<Instant> told = new ArrayList<>(look.memory().told(id));
        List<Upcoming> all = Prospects.of(id, moment, look).stream()
                .filter(one -> !look.memory().told(id, one.cause()))
                .sorted(Upcoming.IN_TIME)
                .toList();
        for (Upcoming one : all) {
            if (now(id, moment, one, frequency.free(moment.times(), told))) {
                told.add(look.now());
                reminders.add(reminder(id, moment, one));
            }
        }
        again(moment);
    }

    /** Whether it is told now; if it may be later, when is noted. */
    private boolean now(String id, Moment moment, Upcoming one, Instant free) {
        boolean ofOrder = moment.kind() == Moment.Kind.AFTER_ORDER;
        Season season = ofOrder ? Season.ALWAYS : moment.season();
        ZoneId zone = present.zone();
        Instant opens = latest(latest(one.due(), free), season.begin(zone));
        Instant closes = one.over().isBefore(season.end(zone)) ? one.over() : season.end(zone);
        if (opens.isAfter(look.now())) {
            again(opens, closes);
            return false;
        }
        if (!look.now().isBefore(closes)) {
            return false;
        }
        boolean now = ofOrder || holds.test(id);
        if (!now) {
            again(tomorrow(), closes);
        }
        return now;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Instant tomorrow() {
        return present.startOf(present.today().plusDays(1));
    }

    private void again(Instant at, Instant closes) {
        if (at.isBefore(closes) && at.isBefore(next)) {
            next = at;
        }
    }

    /** What time alone makes of an account may be something to tell. */
    private void again(Moment moment) {
        if (moment.kind() == Moment.Kind.BEFORE_EXPIRY || moment.kind() == Moment.Kind.TIER_AT_RISK) {
            Stream.concat(look.account().nextDueAt().stream(), nextPeriod(moment).stream())
                    .filter(at -> at.isAfter(look.now()))
                    .forEach(at -> again(at, Instant.MAX));
        }
    }

    /** A tier that is not at risk in this period may be in the next. */
    private Optional<Instant> nextPeriod(Moment moment) {
        Window per = look.account().standing().terms().per();
        return look.account()
                .tier()
                .until()
                .filter(day -> moment.kind() == Moment.Kind.TIER_AT_RISK && !per.rolls())
                .map(day -> present.nextAfter(per, present.today()))
                .map(present::startOf);
    }

    private Reminder reminder(String id, Moment moment, Upcoming one) {
        Instant until = latest(one.over(), frequency.matters(moment.times(), look.now()));
        Told told = new Told(id, one.cause(), look.now(), until);
        return new Reminder(
                look.account().member(), id, Optional.of(moment), one, memory -> memory.telling(told));
    }

    Due due() {
        reminders.sort(IN_TIME);
        boolean kept = reminders.stream().anyMatch(one -> one.terms().isEmpty());
        Memory memory = look.memory();
        Memory seen = kept ? memory : memory.holding(HeldTier.of(look.account().tier()));
        return new Due(reminders, next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next), seen);
    }
}
