package io.loyalty4j.notify;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.store.Notice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells what waited for its time: reminders, what quiet hours have put off, what a person wants to be tried again. By each way what that one puts
 * first, then what happened first.
 */
final class WaitingRound {
    private final Visit visit;
    private final Desk desk;
    private final Account account;
    private final Rereading rereading;

    WaitingRound(Visit visit, Account account) {
        this.visit = visit;
        this.desk = visit.desk();
        this.account = account;
        this.rereading = new Rereading(desk, account.member());
    }

    void run() throws Held.LeaseLost {
        List<Waiting> due = visit.memo().waiting().values().stream()
                .filter(one -> !one.due().isAfter(desk.now()))
                .toList();
        for (Waiting one : due) {
            if (one.unread()) {
                readAgain(one);
            }
        }
        List<Waiting> read = due.stream().filter(one -> !one.unread()).toList();
        for (Route route : desk.routes()) {
            tell(read.stream().filter(one -> one.channel().equals(route.name())).toList(), route);
        }
        for (Waiting one : read) {
            if (desk.routes().stream().noneMatch(route -> one.channel().equals(route.name()))) {
                failed(one, "there is no channel " + one.channel());
            }
        }
    }

    private void tell(List<Waiting> due, Route route) throws Held.LeaseLost {
        Map<String, Waiting> byId = new HashMap<>();
        List<LoyaltyEvent> events = new ArrayList<>();
        for (Waiting one : due) {
            Optional<LoyaltyEvent> event = rereading.event(one);
            event.ifPresent(events::add);
            event.ifPresent(read -> byId.put(read.id(), one));
            if (event.isEmpty()) {
                failed(one, "what it says cannot be read");
            }
        }
        events.sort(rereading.inTime());
        for (LoyaltyEvent event : route.inOrder(events)) {
            if (!desk.workers().closed()) {
                tell(event, Objects.requireNonNull(byId.get(event.id())), route);
            }
        }
    }

    private void tell(LoyaltyEvent event, Waiting waiting, Route route) throws Held.LeaseLost {
        visit.renew();
        Verdict verdict = late(event)
                .orElseGet(() ->
                        route.decide(event, visit.recipient(), visit.memo().sent(), desk.now()));
        if (verdict instanceof Verdict.HoldBack held) {
            desk.putAside(Notice.State.HELD_BACK, waiting, account.member(), waiting.attempts(), held.reason());
            keep(visit.memo().without(waiting));
        } else if (verdict instanceof Verdict.Wait wait) {
            keep(visit.memo().with(waiting.until(wait.until())));
        } else {
            send(event, waiting, route);
        }
    }

    /** What is no longer true, or no longer wanted, however it came to wait so long. */
    private Optional<Verdict> late(LoyaltyEvent event) {
        if (event.messageClass() == MessageClass.TRANSACTIONAL) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(desk.now(), desk.program().zone());
        if (LastDay.of(event).filter(today::isAfter).isPresent()) {
            return Optional.of(new Verdict.HoldBack("too late: its last day has passed"));
        }
        return account.status() == Account.Status.OPEN
                ? Optional.empty()
                : Optional.of(new Verdict.HoldBack("the account is not open"));
    }

    private void send(LoyaltyEvent event, Waiting waiting, Route route) throws Held.LeaseLost {
        String failure = Calling.tell(event, route, desk);
        if (failure.isEmpty()) {
            visit.sent(route, event);
            keep(visit.memo().without(waiting));
        } else if (!desk.workers().closed()) {
            failed(waiting, failure);
        }
    }

    private void failed(Waiting waiting, String why) throws Held.LeaseLost {
        int attempts = waiting.attempts() + 1;
        if (attempts < desk.patience().attempts()) {
            keep(visit.memo().with(waiting.failed(desk.again(attempts))));
        } else {
            desk.putAside(Notice.State.PARKED, waiting, account.member(), attempts, why);
            keep(visit.memo().without(waiting));
        }
    }

    /** A posting that could not be read when its turn came: all that it tells, by every way, now that it can. */
    private void readAgain(Waiting unread) throws Held.LeaseLost {
        Optional<List<LoyaltyEvent>> events = rereading.events(unread.id());
        if (events.isEmpty()) {
            failed(unread, "it cannot be read");
            return;
        }
        visit.remember(visit.memo().without(unread));
        for (LoyaltyEvent event : events.get()) {
            desk.routes().stream()
                    .filter(route -> route.wants(event))
                    .forEach(route -> visit.wait(Waiting.of(event, route.name(), desk.now())));
        }
        visit.keep();
    }

    private void keep(Memo next) throws Held.LeaseLost {
        visit.remember(next);
        visit.keep();
    }
}
