package io.loyalty4j.notify;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at contacts that are due, several at once, a bounded number in a round. Any number of machines may do so. Thread-safe. */
final class Delivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final Duration HELD_BACK_KEPT = Duration.ofDays(90);

    private final Desk desk;
    /** Members whom somebody of this process looks at. */
    private final Set<MemberId> open = ConcurrentHashMap.newKeySet();

    Delivery(Desk desk) {
        this.desk = desk;
    }

    /**
     * One round. An engine that tells nobody leaves it to others. Called by a notifier it does nothing, for what that would tell is the next round's.
     *
     * @param limit members at most
     */
    Notifications.Round run(int limit) {
        if (desk.routes().isEmpty() || Workers.working()) {
            return new Notifications.Round(0, !desk.routes().isEmpty());
        }
        forgetOld(limit);
        List<Contact> due = desk.store().contacts(desk.now(), limit + open.size() + 1).stream()
                .filter(contact -> !open.contains(contact.member()))
                .toList();
        AtomicInteger told = new AtomicInteger();
        AtomicBoolean more = new AtomicBoolean(due.size() > limit);
        List<Runnable> looks = new ArrayList<>();
        due.stream()
                .limit(limit)
                .forEach(contact -> looks.add(() -> look(contact).ifPresent(visit -> {
                    told.addAndGet(visit.told());
                    more.compareAndSet(false, visit.more());
                })));
        boolean ended = run(looks);
        return new Notifications.Round(told.get(), more.get() || !ended);
    }

    private boolean run(List<Runnable> looks) {
        try {
            return looks.isEmpty() || desk.workers().run(looks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forgetOld(int limit) {
        Instant before = desk.now().minus(HELD_BACK_KEPT);
        desk.store().notices(Notice.State.HELD_BACK, limit).stream()
                .filter(notice -> notice.at().isBefore(before))
                .forEach(desk.store()::remove);
    }

    /** What was told, by whoever has the lease. Whatever goes wrong besides is this member's matter alone, who is looked at again. */
    private Optional<Visit> look(Contact seen) {
        if (!open.add(seen.member())) {
            return Optional.empty();
        }
        try {
            return Held.take(desk.store(), desk.clock(), desk.patience().lease(), seen)
                    .map(this::look);
        } catch (RuntimeException e) {
            LOG.error("{} could not be told anything; it is tried again", seen.member(), e);
            return Optional.empty();
        } finally {
            open.remove(seen.member());
        }
    }

    private Visit look(Held held) {
        Visit visit = new Visit(desk, held);
        try {
            look(visit);
        } catch (Held.LeaseLost e) {
            LOG.warn("{} took too long to be told; others go on", held.contact().member());
        }
        return visit;
    }

    private void look(Visit visit) throws Held.LeaseLost {
        Account account = desk.account(visit.contact().member());
        if (account.status() == Account.Status.FORGOTTEN) {
            desk.store().forget(account.member());
        } else if (new NewsRound(visit, account).run()) {
            Optional<Instant> next = new ReminderRound(visit, account).run();
            new WaitingRound(visit).run();
            visit.end(earlier(next, visit.memo().next()));
        }
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.filter(at -> other.filter(at::isAfter).isEmpty()).or(() -> other);
    }

    @Override
    public void close() {
        desk.workers().close();
    }
}
