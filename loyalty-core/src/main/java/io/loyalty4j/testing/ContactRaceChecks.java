package io.loyalty4j.testing;

import static io.loyalty4j.testing.News.contact;
import static io.loyalty4j.testing.News.news;
import static io.loyalty4j.testing.News.remembering;
import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.store.Contact;
import io.loyalty4j.store.LoyaltyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** Many who tell one member, and tills that book for them meanwhile. */
final class ContactRaceChecks {
    private static final int TILLS = 4;
    private static final int ORDERS = 10;
    private static final long PAUSE_IN_NANOS = 200_000;

    private ContactRaceChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("of many who keep a contact at once, one does", ContactRaceChecks::winner),
                Clause.of(
                        "what is booked while others keep a contact is told, all of it once",
                        ContactRaceChecks::telling),
                Clause.of("what others keep while something is booked stays", ContactRaceChecks::staying));
    }

    private static void winner(Trial trial) throws Exception {
        Optional<Contact> before = Optional.empty();
        Contact plain = contact(ANA, news(1, 1), Optional.of(trial.clock().instant()));
        for (int round = 0; round < 10; round++) {
            Optional<Contact> old = before;
            String mark = "round-" + round;
            List<Boolean> kept = AtOnce.times(
                    16, number -> trial.store().keep(ANA, old, Optional.of(remembering(plain, mark, "" + number))));
            Expect.equal(
                    "those who kept it", 1L, kept.stream().filter(each -> each).count());
            before = Optional.of(remembering(plain, mark, "" + kept.indexOf(true)));
            Expect.equal("the contact", before, trial.store().contact(ANA));
        }
    }

    /** Two tell, that is, take news away with what they saw, until nothing is left behind the last till. */
    private static void telling(Trial trial) throws Exception {
        AtomicInteger open = new AtomicInteger(TILLS);
        List<Callable<List<Long>>> acts = new ArrayList<>();
        for (int till = 0; till < TILLS; till++) {
            int number = till;
            acts.add(() -> books(trial, number, open));
        }
        LoyaltyStore other = trial.reopened();
        acts.add(() -> tells(trial.store(), open));
        acts.add(() -> tells(other, open));
        List<Long> told =
                AtOnce.all(acts).stream().flatMap(List::stream).sorted().toList();
        List<Long> all = LongStream.rangeClosed(1, TILLS * ORDERS).boxed().toList();
        Expect.equal("versions that were told", all, told);
        Expect.equal("contacts", List.of(), trial.store().contacts(Trial.FAR, 10));
    }

    /** Two count together in what is remembered, as long as tills book. */
    private static void staying(Trial trial) throws Exception {
        AtomicInteger open = new AtomicInteger(TILLS);
        List<Callable<List<Long>>> acts = new ArrayList<>();
        for (int till = 0; till < TILLS; till++) {
            int number = till;
            acts.add(() -> books(trial, number, open));
        }
        LoyaltyStore other = trial.reopened();
        acts.add(() -> counts(trial.store(), open));
        acts.add(() -> counts(other, open));
        long kept = AtOnce.all(acts).stream().flatMap(List::stream).reduce(0L, Long::sum);
        Contact contact = Expect.there("the contact", trial.store().contact(ANA));
        Expect.equal("what is remembered", Map.of("times", Long.toString(kept)), contact.memory());
        Expect.equal("the news", news(1, TILLS * ORDERS), contact.news());
    }

    /** How often it was counted here. */
    private static List<Long> counts(LoyaltyStore store, AtomicInteger open) {
        long kept = 0;
        while (open.get() > 0 || kept == 0) {
            Optional<Contact> seen = store.contact(ANA);
            Contact now = seen.orElseGet(() -> Contact.of(ANA));
            long times = Long.parseLong(now.memory().getOrDefault("times", "0")) + 1;
            if (store.keep(ANA, seen, Optional.of(remembering(now, "times", Long.toString(times))))) {
                kept++;
                LockSupport.parkNanos(PAUSE_IN_NANOS);
            }
        }
        return List.of(kept);
    }

    private static List<Long> books(Trial trial, int till, AtomicInteger open) {
        try {
            for (int i = 0; i < ORDERS; i++) {
                trial.books(PLAIN, order(ANA, till + "-" + i));
            }
        } finally {
            open.decrementAndGet();
        }
        return List.of();
    }

    private static List<Long> tells(LoyaltyStore store, AtomicInteger open) {
        List<Long> told = new ArrayList<>();
        for (boolean last = false; !last; ) {
            last = open.get() == 0;
            for (Optional<Contact> seen = store.contact(ANA); seen.isPresent(); seen = store.contact(ANA)) {
                Contact.News news = Expect.there("news", seen.get().news());
                if (store.keep(ANA, seen, Optional.empty())) {
                    LongStream.rangeClosed(news.from(), news.through()).forEach(told::add);
                }
            }
        }
        return told;
    }
}
