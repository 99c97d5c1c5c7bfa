package io.loyalty4j.notify;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way to members, with all that limits it.
 *
 * @param scopes its own, then those of the channels together that it is part of, from the inside out
 */
record Route(Channel.Way way, List<Scope> scopes) {
    /** What is asked of messages by some channels, counted together. */
    record Scope(Set<String> channels, ChannelTerms terms) {
        private Optional<String> full(Sent sent, ZoneId zone, Instant now) {
            return terms.caps().stream()
                    .filter(cap -> sent.count(channels, at -> cap.together(at, now, zone)) >= cap.messages())
                    .map(cap -> cap.describe() + " by " + String.join(" or ", channels))
                    .findFirst();
        }
    }

    String name() {
        return way.name();
    }

    /** Whether an event is a matter of this way at all. What a moment gave is said by the moment's own event. */
    boolean wants(LoyaltyEvent event) {
        return !MomentGift.saidOtherwise(event)
                && scopes.stream().allMatch(scope -> scope.terms().wants(event));
    }

    /** Whether an event counts for caps: not a code, without which the message before it was in vain. */
    static boolean counts(LoyaltyEvent event) {
        return event.messageClass() == MessageClass.MARKETING && !(event instanceof LoyaltyEvent.VoucherIssued);
    }

    /** Whether an event goes; what is transactional always does. The same answer for the same question. */
    Verdict decide(LoyaltyEvent event, Recipient recipient, Sent sent, Instant now) {
        if (event.messageClass() == MessageClass.TRANSACTIONAL) {
            return new Verdict.Send();
        }
        if (!recipient.consents(way)) {
            return new Verdict.HoldBack("no consent");
        }
        return disturbs(recipient.zone(), now)
                .orElseGet(() -> counts(event) ? fits(sent, recipient.zone(), now) : new Verdict.Send());
    }

    /** What of several events that are due at once goes first; what is alike stays as it was. */
    List<LoyaltyEvent> inOrder(List<LoyaltyEvent> events) {
        List<Class<? extends LoyaltyEvent>> first =
                scopes.stream().flatMap(scope -> scope.terms().first().stream()).toList();
        return events.stream()
                .sorted(Comparator.comparingInt(event -> rank(first, event)))
                .toList();
    }

    private static int rank(List<Class<? extends LoyaltyEvent>> first, LoyaltyEvent event) {
        int rank = 0;
        while (rank < first.size() && !first.get(rank).isInstance(event)) {
            rank++;
        }
        return rank;
    }

    private Optional<Verdict> disturbs(ZoneId zone, Instant now) {
        return quiet(zone, now)
                .map(hours -> new Verdict.Wait(end(zone, hours.end(now, zone)), hours.describe() + " in " + zone));
    }

    /** Where one of several ends the next may have begun. */
    private Instant end(ZoneId zone, Instant at) {
        Instant end = at;
        for (Optional<QuietHours> next = quiet(zone, end); next.isPresent(); next = quiet(zone, end)) {
            end = next.get().end(end, zone);
        }
        return end;
    }

    private Optional<QuietHours> quiet(ZoneId zone, Instant at) {
        return scopes.stream()
                .flatMap(scope -> scope.terms().quiet().stream())
                .filter(hours -> hours.contain(LocalTime.ofInstant(at, zone)))
                .findFirst();
    }

    private Verdict fits(Sent sent, ZoneId zone, Instant now) {
        return scopes.stream()
                .flatMap(scope -> scope.full(sent, zone, now).stream())
                .findFirst()
                .<Verdict>map(Verdict.HoldBack::new)
                .orElseGet(Verdict.Send::new);
    }
}
