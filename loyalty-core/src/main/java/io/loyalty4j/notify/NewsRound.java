package io.loyalty4j.notify;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.LoyaltyException.UnreadableCommandException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Notice;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Tells a member's news, posting by posting and event by event: none before the one in front of it has gone, or was put aside. */
final class NewsRound {
    /** So many events at once; the others' turn comes then. */
    private static final int MOST_TOLD = 100;

    private static final int PAGE = 16;

    /** So many without one that is told, and it is noted how far it has come. */
    private static final int STEPS = 256;

    private final Visit visit;
    private final Desk desk;
    private final Learning learning;
    private List<Posting> page = List.of();

    NewsRound(Visit visit, Account account) {
        this.visit = visit;
        this.desk = visit.desk();
        this.learning = Learning.of(desk.program(), account, visit.recipient().profile());
    }

    /** Whether all of it is told; if not, the look has ended. */
    boolean run() throws Held.LeaseLost {
        int steps = 0;
        for (Optional<Place> place = visit.place(); place.isPresent(); place = visit.place()) {
            if (visit.told() >= MOST_TOLD || visit.tooLong() || desk.workers().closed()) {
                visit.pause(desk.now());
                return false;
            }
            if (++steps % STEPS == 0) {
                visit.keep();
            }
            if (!tell(place.get())) {
                return false;
            }
        }
        return true;
    }

    private boolean tell(Place place) throws Held.LeaseLost {
        Optional<Posting> posting;
        List<LoyaltyEvent> events;
        try {
            posting = posting(place.version());
            events = events(posting, place);
        } catch (CorruptAccountException | UnreadableCommandException | IllegalArgumentException e) {
            return failed(place, place.nextPosting(), () -> parkUnread(place, e.toString()));
        }
        if (place.told() < events.size()) {
            return tell(place, events.get(place.told()));
        }
        posting.ifPresent(one ->
                visit.remember(visit.memo().with(learning.after(visit.memo().memory(), one))));
        visit.move(place.nextPosting());
        return true;
    }

    private List<LoyaltyEvent> events(Optional<Posting> posting, Place place) {
        return posting.filter(one -> !one.header().recordedAt().isBefore(desk.from()))
                .map(one -> desk.reading().of(one, before(place.version())))
                .orElse(List.of());
    }

    /**
     * Empty if it is not in the journal: then there is nothing to tell of it.
     *
     * @throws CorruptAccountException if it cannot be read
     */
    private Optional<Posting> posting(long version) {
        if (find(version).isEmpty() && version > 0) {
            page = page(version);
        }
        return find(version);
    }

    /** What cannot be read spoils nothing before it. */
    private List<Posting> page(long version) {
        try {
            return desk.postings(member(), version, PAGE);
        } catch (CorruptAccountException somewhereInIt) {
            return desk.postings(member(), version, 1);
        }
    }

    private Optional<Posting> before(long version) {
        try {
            return posting(version - 1);
        } catch (CorruptAccountException unknown) {
            return Optional.empty();
        }
    }

    private Optional<Posting> find(long version) {
        return page.stream().filter(one -> one.header().version() == version).findFirst();
    }

    private MemberId member() {
        return visit.contact().member();
    }

    /** Whether it goes on behind the event. */
    private boolean tell(Place begun, LoyaltyEvent event) throws Held.LeaseLost {
        Place place = begun;
        String failure = begun.attempts() < desk.patience().attempts() ? "" : "whoever was to tell it never came back";
        boolean orphaned = !failure.isEmpty();
        for (Route route : desk.routes()) {
            if (!orphaned && !place.channels().contains(route.name())) {
                String why = tell(event, route);
                failure = why.isEmpty() ? failure : why;
                place = why.isEmpty() ? place.on(route.name()) : place;
                visit.move(place);
            }
        }
        if (!failure.isEmpty()) {
            Place here = place;
            String why = failure;
            return failed(
                    place,
                    place.nextEvent(),
                    () -> desk.routes().stream()
                            .filter(route -> !here.channels().contains(route.name()))
                            .forEach(route -> desk.putAside(
                                    Notice.State.PARKED,
                                    event,
                                    route.name(),
                                    desk.patience().attempts(),
                                    why)));
        }
        visit.move(place.nextEvent());
        visit.keep();
        return true;
    }

    /** Why it failed by one way; empty if that way is done with. */
    private String tell(LoyaltyEvent event, Route route) throws Held.LeaseLost {
        if (!route.wants(event)) {
            return "";
        }
        visit.renew();
        Verdict verdict = route.decide(event, visit.recipient(), visit.memo().sent(), desk.now());
        if (verdict instanceof Verdict.HoldBack held) {
            desk.putAside(Notice.State.HELD_BACK, event, route.name(), 0, held.reason());
            return "";
        }
        if (verdict instanceof Verdict.Wait wait) {
            visit.wait(Waiting.of(event, route.name(), wait.until()));
            return "";
        }
        String failure = Calling.tell(event, route, desk);
        if (failure.isEmpty()) {
            visit.sent(route, event);
        }
        return failure;
    }

    /**
     * Whether it was put aside; if not, the look has ended until it is tried again.
     *
     * @param behind where to go on behind it
     */
    private boolean failed(Place place, Place behind, Runnable putAside) throws Held.LeaseLost {
        if (desk.workers().closed()) {
            visit.pause(desk.now());
            return false;
        }
        Place failed = place.failed();
        if (failed.attempts() < desk.patience().attempts()) {
            visit.move(failed);
            visit.pause(desk.again(failed.attempts()));
            return false;
        }
        putAside.run();
        visit.move(behind);
        visit.keep();
        return true;
    }

    private void parkUnread(Place place, String why) {
        String id = member() + "/" + place.version() + "/" + place.told();
        Waiting unread = new Waiting(id, "any", Waiting.UNREAD, new TreeMap<>(), 0, desk.now());
        desk.putAside(Notice.State.PARKED, unread, member(), desk.patience().attempts(), why);
    }
}
