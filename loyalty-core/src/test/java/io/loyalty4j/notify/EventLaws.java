package io.loyalty4j.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Change.ProgramAdopted;
import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Posting.Balances;
import io.loyalty4j.notify.LoyaltyEvent.DebtOpened;
import io.loyalty4j.notify.LoyaltyEvent.DebtPaid;
import io.loyalty4j.notify.LoyaltyEvent.PointsAdjusted;
import io.loyalty4j.notify.LoyaltyEvent.PointsClawedBack;
import io.loyalty4j.notify.LoyaltyEvent.PointsEarned;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpired;
import io.loyalty4j.notify.LoyaltyEvent.PointsRedeemed;
import io.loyalty4j.notify.LoyaltyEvent.PointsRestored;
import io.loyalty4j.notify.LoyaltyEvent.PointsTransferred;
import io.loyalty4j.notify.LoyaltyEvent.ReferralQualified;
import io.loyalty4j.notify.LoyaltyEvent.TierLost;
import io.loyalty4j.notify.LoyaltyEvent.TierReached;
import io.loyalty4j.notify.LoyaltyEvent.VoucherIssued;
import io.loyalty4j.tier.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Holds the events of whole journals to what must be true of them; counts the kinds it has met. */
final class EventLaws {
    private static final Balances NOTHING = new Balances(0, 0, 0, 0);
    private static final Set<Class<?>> OF_TIERS = Set.of(TierReached.class, TierLost.class);

    private final EventReading reading;
    private final Map<String, Integer> met;

    EventLaws(EventReading reading, Map<String, Integer> met) {
        this.reading = reading;
        this.met = met;
    }

    /** One member's. */
    void hold(List<Posting> journal) {
        Optional<Posting> before = Optional.empty();
        for (Posting posting : journal) {
            boolean forgotten =
                    untold(posting) || before.filter(EventLaws::untold).isPresent();
            List<LoyaltyEvent> events = reading.of(posting, before);
            assertThat(reading.of(posting, before)).isEqualTo(events);
            assertThat(reading.of(LedgerText.posting(LedgerText.posting(posting)), before))
                    .isEqualTo(events);
            if (forgotten) {
                assertThat(events).isEmpty();
            } else {
                holds(posting, before, events);
            }
            events.forEach(event -> met.merge(event.kind(), 1, Integer::sum));
            before = Optional.of(posting);
            if (forgotten) {
                return;
            }
        }
    }

    private static boolean untold(Posting posting) {
        return posting.header().requestId().startsWith("status/forget/");
    }

    private static void holds(Posting posting, Optional<Posting> before, List<LoyaltyEvent> events) {
        String story = posting + "\nis told as " + events;
        numbered(posting, events);
        Balances then = before.map(Posting::after).orElse(NOTHING);
        Balances now = posting.after();
        assertThat(sum(events, EventLaws::points)).as(story).isEqualTo(worth(now) - worth(then));
        assertThat(sum(events, EventLaws::debt)).as(story).isEqualTo(now.debt() - then.debt());
        if (!now.equals(then)) {
            assertThat(events).as(story).isNotEmpty();
        }
        before.ifPresent(earlier -> assertThat(events.stream().filter(event -> OF_TIERS.contains(event.getClass())))
                .as(story)
                .hasSize(moves(earlier, posting) ? 1 : 0));
        if (posting.entries().isEmpty()) {
            assertThat(events)
                    .as(story)
                    .noneMatch(event ->
                            event.kind().startsWith("Points") || event.kind().startsWith("Debt"));
        }
        events.forEach(EventLaws::tellsNoCode);
    }

    /** A tier that a new ladder does not have is as good as its lowest. */
    private static boolean moves(Posting before, Posting posting) {
        List<String> adopted = posting.changes(ProgramAdopted.class)
                .flatMap(each -> each.ladder().rungs().stream())
                .map(Standing.Rung::tier)
                .toList();
        boolean lowest = !adopted.isEmpty()
                && !adopted.contains(before.tierAfter())
                && adopted.get(0).equals(posting.tierAfter());
        return !lowest && !before.tierAfter().equals(posting.tierAfter());
    }

    private static void numbered(Posting posting, List<LoyaltyEvent> events) {
        Posting.Header header = posting.header();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            LoyaltyEvent event = events.get(i);
            assertThat(event.id()).isEqualTo(header.member() + "/" + header.version() + "/" + i);
            assertThat(event.member()).isEqualTo(header.member());
            assertThat(event.at()).isEqualTo(header.recordedAt());
            assertThat(ids.add(event.id())).isTrue();
        }
    }

    private static void tellsNoCode(LoyaltyEvent event) {
        if (event instanceof VoucherIssued voucher) {
            assertThat(voucher.code()).isNotBlank();
            assertThat(voucher.toString()).doesNotContain(voucher.code());
            assertThat(voucher.facts().values()).doesNotContain(voucher.code());
        }
    }

    private static long worth(Balances balances) {
        return balances.pending() + balances.available() + balances.held() - balances.debt();
    }

    private static long sum(List<LoyaltyEvent> events, ToLongFunction<LoyaltyEvent> points) {
        return events.stream().mapToLong(points).sum();
    }

    /** What an event says that came, less what it says that went; what only changes its place is nothing. */
    private static long points(LoyaltyEvent event) {
        boolean came = event instanceof PointsEarned
                || event instanceof ReferralQualified
                || event instanceof PointsRestored
                || event instanceof PointsAdjusted
                || event instanceof PointsTransferred;
        boolean went =
                event instanceof PointsRedeemed || event instanceof PointsClawedBack || event instanceof PointsExpired;
        return came ? said(event) : went ? -said(event) : 0;
    }

    private static long debt(LoyaltyEvent event) {
        return event instanceof DebtOpened ? said(event) : event instanceof DebtPaid ? -said(event) : 0;
    }

    private static long said(LoyaltyEvent event) {
        return Long.parseLong(new TreeMap<>(event.facts()).getOrDefault("points", "0"));
    }
}
