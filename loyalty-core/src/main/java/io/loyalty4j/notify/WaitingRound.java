package io.loyalty4j.notify;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Notice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tells what waited for its time: reminders, what quiet hours have put off, what a person wants to be tried again. By each way what that one puts first, then what happened first. */
final class WaitingRound {
    /** What a reminder gave comes behind it, and was booked at the same instant, if not later. */
    private static final Comparator<LoyaltyEvent> IN_TIME = Comparator.comparing(LoyaltyEvent::at)
            .thenComparing(WaitingRound::ofPosting)
            .thenComparing(event -> event.id().length())
            .thenComparing(LoyaltyEvent::id);

    private final Visit visit;
    private final Desk desk;

    WaitingRound(Visit visit) {
        this.visit = visit;
        this.desk = visit.desk();
    }

    void run() throws Held.LeaseLost {
        List<Waiting> due = visit.memo().waiting().values().stream()
                .filter(one -> !one.due().isAfter(desk.now()))
                .toList();
        for (Route route : desk.routes()) {
            tell(due.stream().filter(one -> one.channel().equals(route.name())).toList(), route);
        }
        for (Waiting one : due) {
            if (desk.routes().stream().noneMatch(route -> one.channel().equals(route.name()))) {
                park(one, "there is no channel " + one.channel());
            }
        }
    }

    private void tell(List<Waiting> due, Route route) throws Held.LeaseLost {
        Map<String, Waiting> byId = new HashMap<>();
        List<LoyaltyEvent> events = new ArrayList<>();
        for (Waiting one : due) {
            byId.put(one.id(), one);
            Optional<LoyaltyEvent> event = event(one);
            event.ifPresent(events::add);
            if (event.isEmpty()) {
                park(one, "what it says cannot be read any more");
            }
        }
        events.sort(IN_TIME);
        for (LoyaltyEvent event : route.inOrder(events)) {
            tell(event, Objects.requireNonNull(byId.get(event.id())), route);
        }
    }

    private void tell(LoyaltyEvent event, Waiting waiting, Route route) throws Held.LeaseLost {
        Verdict verdict = route.decide(event, visit.recipient(), visit.memo().sent(), desk.now());
        if (verdict instanceof Verdict.HoldBack held) {
            putAside(Notice.State.HELD_BACK, waiting, held.reason());
        } else if (verdict instanceof Verdict.Wait wait) {
            keep(visit.memo().with(waiting.until(wait.until())));
        } else {
            send(event, waiting, route);
        }
    }

    private void send(LoyaltyEvent event, Waiting waiting, Route route) throws Held.LeaseLost {
        String failure = Calling.tell(event, route, desk);
        if (failure.isEmpty()) {
            visit.sent(route, event);
            keep(visit.memo().without(waiting));
        } else if (waiting.attempts() + 1 < desk.patience().attempts()) {
            keep(visit.memo().with(waiting.failed(desk.again(waiting.attempts() + 1))));
        } else {
            park(waiting, failure);
        }
    }

    private void park(Waiting waiting, String why) throws Held.LeaseLost {
        putAside(Notice.State.PARKED, waiting, why);
    }

    private void putAside(Notice.State state, Waiting waiting, String why) throws Held.LeaseLost {
        desk.putAside(state, waiting, visit.contact().member(), waiting.attempts() + 1, why);
        keep(visit.memo().without(waiting));
    }

    private void keep(Memo next) throws Held.LeaseLost {
        visit.remember(next);
        visit.keep();
    }

    /** As it was, read off its posting once more if it came from one. */
    private Optional<LoyaltyEvent> event(Waiting waiting) {
        String rest = rest(waiting.id(), visit.contact().member());
        if (!ofPosting(rest)) {
            return EventText.event(visit.contact().member(), waiting.kind(), waiting.facts());
        }
        long version = Long.parseLong(rest.substring(0, rest.indexOf('/')));
        try {
            List<Posting> two = desk.postings(visit.contact().member(), Math.max(1, version - 1), 2);
            return find(two, version).stream()
                    .flatMap(posting -> desk.reading().of(posting, find(two, version - 1)).stream())
                    .filter(event -> event.id().equals(waiting.id()))
                    .findFirst();
        } catch (CorruptAccountException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean ofPosting(LoyaltyEvent event) {
        return ofPosting(rest(event.id(), event.member()));
    }

    private static boolean ofPosting(String rest) {
        return rest.matches("\\d+/\\d+");
    }

    /** An id without its member. */
    private static String rest(String id, MemberId member) {
        return id.substring(Math.min(member.value().length() + 1, id.length()));
    }

    private static Optional<Posting> find(List<Posting> page, long version) {
        return page.stream().filter(one -> one.header().version() == version).findFirst();
    }
}
