package io.loyalty4j.ledger;

import io.loyalty4j.earn.Heard;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A command that was booked, to be decided once more: what it said, and the circumstances it had, as its posting tells them.
 *
 * @param used what it used of budgets
 */
record Sending(Command command, Circumstances circumstances, Map<String, Long> used) {
    /** What a posting tells. */
    static Sending of(Posting posting) {
        Posting.Header header = posting.header();
        Map<String, Long> used = posting.changes(Change.Granted.class)
                .collect(Collectors.toMap(Change.Granted::budget, Change.Granted::used));
        Map<String, String> drawn =
                posting.changes(Change.Drawn.class).collect(Collectors.toMap(Change.Drawn::rule, Change.Drawn::prize));
        String word = posting.changes(Change.TokenIssued.class)
                .map(Change.TokenIssued::token)
                .findFirst()
                .or(() -> posting.changes(Change.PieceTaken.class)
                        .map(taken -> taken.piece().word())
                        .findFirst())
                .orElse(header.requestId());
        Circumstances circumstances = Circumstances.at(header.recordedAt())
                .drawing(word)
                .redrawing(drawn)
                .coding(Codes.of(posting))
                .referredBy(referrer(posting))
                .approvedBy(header.person().flatMap(Posting.Person::approver));
        Command command = header.fingerprint().command(header.member(), header.requestId());
        return new Sending(command, circumstances, used);
    }

    /** What was checked of who brought the member is not in the posting, and need not be checked again. */
    private static Optional<Referrer> referrer(Posting posting) {
        return posting.changes(Change.CounterSet.class)
                .filter(set -> set.name().equals(Referrals.INVITED))
                .flatMap(set -> set.counter().terms().stream())
                .map(referrer -> new Referrer(MemberId.of(referrer), Optional.empty(), Set.of()))
                .findFirst();
    }

    /** What it comes to. */
    Decided decide(LoyaltyProgram program, State state) {
        return Decisions.decide(program, state, command, granted(program, state));
    }

    /** Why rules give nothing to it. */
    Heard heard(LoyaltyProgram program, State state) {
        return Decisions.heard(program, state, command, granted(program, state));
    }

    /**
     * Budgets grant what they granted, and of those that granted nothing, nothing: which these are, only a decision tells that has all it likes of them; and
     * where one is at its end, another rule may want of another.
     */
    private Circumstances granted(LoyaltyProgram program, State state) {
        if (!program.plan().budgeted()) {
            return circumstances;
        }
        Map<String, Long> grants = new HashMap<>(used);
        int known = -1;
        while (known < grants.size()) {
            known = grants.size();
            if (Decisions.decide(program, state, command, circumstances.granting(grants))
                    instanceof Decided.Book book) {
                book.postings().stream()
                        .flatMap(posting -> posting.changes(Change.Granted.class))
                        .forEach(granted -> grants.putIfAbsent(granted.budget(), 0L));
            }
        }
        return circumstances.granting(grants);
    }
}
