package io.loyalty4j.store;

import io.loyalty4j.shop.MemberId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notices on the heap. */
final class InMemoryNotices {
    private static final Comparator<Notice> OLDEST_FIRST =
            Comparator.comparing(Notice::at).thenComparing(Notice::member).thenComparing(Notice::id);

    private final Map<MemberId, Map<String, Notice>> notices = new HashMap<>();

    synchronized List<Notice> in(Notice.State state, int limit) {
        return notices.values().stream()
                .flatMap(ofMember -> ofMember.values().stream())
                .filter(notice -> notice.state() == state)
                .sorted(OLDEST_FIRST)
                .limit(limit)
                .toList();
    }

    synchronized long count(Notice.State state) {
        return notices.values().stream()
                .flatMap(ofMember -> ofMember.values().stream())
                .filter(notice -> notice.state() == state)
                .count();
    }

    synchronized void put(Notice notice) {
        notices.computeIfAbsent(notice.member(), member -> new HashMap<>()).put(notice.id(), notice);
    }

    synchronized void remove(Notice notice) {
        notices.getOrDefault(notice.member(), new HashMap<>()).remove(notice.id());
    }

    synchronized void forget(MemberId member) {
        notices.remove(member);
    }
}
