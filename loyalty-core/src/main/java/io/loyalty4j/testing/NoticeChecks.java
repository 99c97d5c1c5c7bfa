package io.loyalty4j.testing;

import static io.loyalty4j.store.Notice.State.HELD_BACK;
import static io.loyalty4j.store.Notice.State.PARKED;
import static io.loyalty4j.testing.News.contact;
import static io.loyalty4j.testing.News.news;
import static io.loyalty4j.testing.Trial.ANA;
import static io.loyalty4j.testing.Trial.BEN;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was put aside is there to be seen until it is taken away. */
final class NoticeChecks {
    private NoticeChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("a notice stands in place of one with its id", NoticeChecks::replaced),
                Clause.of("notices come the oldest first, as many as are asked for", NoticeChecks::order),
                Clause.of("who is forgotten has no notice and no contact, others have theirs", NoticeChecks::forgotten),
                Clause.of("words of notices come back as they were", trial -> words(trial, trial.store())),
                Clause.afterReopening("another process finds the notices", trial -> words(trial, trial.reopened())));
    }

    private static Notice notice(MemberId member, String id, Notice.State state, Instant at) {
        return new Notice(member, id, state, at, "PointsEarned", new TreeMap<>(Map.of("points", "12")), 3, "no consent");
    }

    private static void is(LoyaltyStore store, Notice.State state, Notice... expected) {
        Expect.equal(state + "", List.of(expected), store.notices(state, 100));
        Expect.equal("how many are " + state, (long) expected.length, store.count(state));
    }

    private static void replaced(Trial trial) {
        LoyaltyStore store = trial.store();
        Instant at = trial.clock().instant();
        Notice first = notice(ANA, "ana/1/0@email", HELD_BACK, at);
        Notice ofBen = notice(BEN, "ana/1/0@email", HELD_BACK, at);
        Notice parked = new Notice(
                ANA, first.id(), PARKED, at.plusMillis(5), "TierLost", new TreeMap<>(), 4, "the server is away");
        store.put(first);
        store.put(ofBen);
        store.put(first);
        is(store, HELD_BACK, first, ofBen);
        store.put(parked);
        is(store, HELD_BACK, ofBen);
        is(store, PARKED, parked);
        store.remove(notice(ANA, "ana/1/0@push", PARKED, at));
        is(store, PARKED, parked);
        store.remove(first);
        store.remove(first);
        is(store, PARKED);
        is(store, HELD_BACK, ofBen);
    }

    private static void order(Trial trial) {
        Instant at = trial.clock().instant();
        List<Notice> expected = List.of(
                notice(BEN, "z", PARKED, at),
                notice(ANA, "B", PARKED, at.plusMillis(1)),
                notice(ANA, "a", PARKED, at.plusMillis(1)),
                notice(ANA, "a/1", PARKED, at.plusMillis(1)),
                notice(BEN, "A", PARKED, at.plusMillis(1)),
                notice(ANA, "A", PARKED, at.plusMillis(2)));
        for (int i : new int[] {3, 0, 5, 1, 4, 2}) {
            trial.store().put(expected.get(i));
        }
        for (int limit : new int[] {0, 1, 3, 5, 6, 7}) {
            Expect.equal(
                    "at most " + limit,
                    expected.subList(0, Math.min(limit, 6)),
                    trial.store().notices(PARKED, limit));
        }
        is(trial.store(), HELD_BACK);
    }

    private static void forgotten(Trial trial) {
        LoyaltyStore store = trial.store();
        Instant at = trial.clock().instant();
        for (MemberId member : List.of(ANA, BEN, MemberId.of("anabel"))) {
            store.put(notice(member, "1", PARKED, at));
            store.put(notice(member, "2", HELD_BACK, at));
            News.keeps(store, member, Optional.of(contact(member, news(1, 1), Optional.of(at))));
        }
        store.forget(ANA);
        store.forget(ANA);
        is(store, PARKED, notice(MemberId.of("anabel"), "1", PARKED, at), notice(BEN, "1", PARKED, at));
        is(store, HELD_BACK, notice(MemberId.of("anabel"), "2", HELD_BACK, at), notice(BEN, "2", HELD_BACK, at));
        Expect.equal("her contact", Optional.empty(), store.contact(ANA));
        Expect.equal("other contacts", 2, store.contacts(Trial.FAR, 10).size());
    }

    private static void words(Trial trial, LoyaltyStore reading) {
        Instant at = trial.clock().instant();
        for (String text : ProfileTextChecks.TEXTS) {
            TreeMap<String, String> facts = new TreeMap<>(Map.of(text, "", "", text, "points", "12"));
            Notice notice = new Notice(ANA, "a/1/0@email", PARKED, at, "PointsEarned", facts, 3, text);
            trial.store().put(notice);
            is(reading, PARKED, notice);
        }
        String longest = "i".repeat(Notice.LONGEST_ID);
        Notice notice = new Notice(
                ANA, longest, HELD_BACK, at, "Kind", new TreeMap<>(), 0, "r".repeat(Notice.LONGEST_REASON + 1));
        trial.store().put(notice);
        is(reading, HELD_BACK, notice);
        reading.remove(notice);
        is(trial.store(), HELD_BACK);
        String odd = "\0 \uD83D half \uDE00 " + "\uD83D\uDE00".repeat(Notice.LONGEST_REASON);
        Notice strange = new Notice(ANA, "odd", HELD_BACK, at, "Kind", new TreeMap<>(), 0, odd);
        trial.store().put(strange);
        is(reading, HELD_BACK, strange);
    }
}
