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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at contacts that are due, several at once, a bounded number in a round. Any number of machines may do so. Thread-safe. */
final class Delivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final Duration HELD_BACK_KEPT = Duration.ofDays(90);
    private static final int MOST_FAILED = 10_000;
    private static final int PAUSE = 2;

    private final Desk desk;
    /** Members whom somebody of this process looks at. */
    private final Set<MemberId> open = ConcurrentHashMap.newKeySet();
    /** Members whom nobody could look at: they are passed over until nobody else is due. */
    private final Set<MemberId> failed = ConcurrentHashMap.newKeySet();

    Delivery(Desk desk) {
        this.desk = desk;
    }

    /**
     * One round. An engine that tells nobody leaves it to others. Called by a notifier it does nothing, for what that would tell is the next round's.
     *
     * @param limit members at most
     */
    Notifications.Round run(int limit) {
        if (desk.routes().isEmpty() || desk.workers().closed() || Workers.working()) {
            return new Notifications.Round(0, false);
        }
        forgetOld(limit);
        List<Contact> due = desk.store().contacts(desk.now(), limit + open.size() + failed.size() + 1).stream()
                .filter(contact -> !open.contains(contact.member()) && !failed.contains(contact.member()))
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
        if (!more.get() || failed.size() >= MOST_FAILED) {
            failed.clear();
        }
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
        if (heldBack(1, before).findFirst().isPresent()) {
            heldBack(limit, before).forEach(desk.store()::remove);
        }
    }

    private Stream<Notice> heldBack(int limit, Instant before) {
        return desk.store().notices(Notice.State.HELD_BACK, limit).stream()
                .filter(notice -> notice.at().isBefore(before));
    }

    /** What was told, by whoever has the lease. Whatever goes wrong besides is this member's matter alone, who is looked at again. */
    private Optional<Visit> look(Contact seen) {
        if (!open.add(seen.member())) {
            return Optional.empty();
        }
        try {
            return Held.take(desk.store(), desk.clock(), desk.patience().lease(), seen)
                    .flatMap(this::look);
        } catch (RuntimeException e) {
            LOG.error("{} could not be told anything; it is tried again", seen.member(), e);
            failed.add(seen.member());
            return Optional.empty();
        } finally {
            open.remove(seen.member());
        }
    }

    private Optional<Visit> look(Held held) {
        MemberId member = held.contact().member();
        try {
            Visit visit = new Visit(desk, held);
            look(visit);
            return Optional.of(visit);
        } catch (Held.LeaseLost e) {
            LOG.warn("{} took too long to be told, or was forgotten; others go on", member);
            forgetAgain(member);
        } catch (RuntimeException e) {
            LOG.error("{} could not be told everything; it is tried again after a pause", member, e);
            pause(held);
        }
        return Optional.empty();
    }

    private void pause(Held held) {
        try {
            held.release(contact -> contact, next -> Optional.of(desk.again(PAUSE)));
        } catch (Held.LeaseLost e) {
            LOG.warn("{} is somebody else's now", held.contact().member());
        }
    }

    /** What was put aside while the member was being forgotten. */
    private void forgetAgain(MemberId member) {
        if (desk.account(member).status() == Account.Status.FORGOTTEN) {
            desk.store().forget(member);
        }
    }

    /** What waits comes first, for a person may want it while the news fails; and once more for what the look itself has found. */
    private void look(Visit visit) throws Held.LeaseLost {
        Account account = desk.account(visit.contact().member());
        if (account.status() == Account.Status.FORGOTTEN) {
            desk.store().forget(account.member());
            return;
        }
        WaitingRound waiting = new WaitingRound(visit, account);
        waiting.run();
        if (new NewsRound(visit, account).run()) {
            Optional<Instant> next = new ReminderRound(visit, account).run();
            waiting.run();
            visit.end(next);
        }
    }

    @Override
    public void close() {
        desk.workers().close();
    }
}
