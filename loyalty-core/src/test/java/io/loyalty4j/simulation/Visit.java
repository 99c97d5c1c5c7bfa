package io.loyalty4j.simulation;

import io.loyalty4j.shop.Policy.Enrolment;
import java.time.Duration;
import java.util.Optional;

/** What a command finds: the member's purse (a copy, to be thrown away if nothing comes of it), an engine's program, and its clock. */
final class Visit {
    static final String APPLIED = "applied";
    static final String REPLAYED = "replayed";
    static final long TOLERANCE = Duration.ofMinutes(5).toMillis();

    final Purse purse;
    final Rules rules;
    final long now;
    private final long clock;

    Visit(Purse purse, Rules rules, long clock) {
        this.purse = purse;
        this.rules = rules;
        this.clock = clock;
        this.now = Math.max(clock, purse.time);
    }

    /** Why the engine cannot act for the member now; else everything that fell due has happened. */
    Optional<String> begin() {
        if (clock + TOLERANCE < purse.time) {
            return Optional.of("clock-behind");
        }
        if (rules.begins() > now) {
            return Optional.of("program-not-in-force");
        }
        if (rules.number() < purse.program) {
            return Optional.of("program-outdated");
        }
        if (purse.known && rules.number() > purse.program) {
            purse.pass(rules.begins());
            purse.program = rules.number();
            purse.postings++;
        }
        purse.pass(now);
        return Optional.empty();
    }

    Optional<String> stranger() {
        boolean unknown = !purse.known && rules.says(Enrolment.EXPLICIT);
        return unknown ? Optional.of("not-a-member") : Optional.empty();
    }

    Optional<String> tooEarly(Optional<Long> said) {
        return said.filter(at -> at > now + TOLERANCE).map(at -> "not-yet-happened");
    }

    long happened(Optional<Long> said) {
        return Math.min(now, said.orElse(now));
    }

    /** A posting of the command is written. */
    void posted() {
        purse.postings++;
        purse.known = true;
        purse.program = rules.number();
    }

    /** The command is done; what it made fall due happens too. */
    String applied() {
        purse.pass(now);
        purse.time = now;
        return APPLIED;
    }
}
