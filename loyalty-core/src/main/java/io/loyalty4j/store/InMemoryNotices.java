package io.loyalty4j.store;

import io.loyalty4j.shop.MemberId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Notices on the heap, by member and in their order. */
final class InMemoryNotices {
    private static final Comparator<Notice> OLDEST_FIRST =
            Comparator.comparing(Notice::at).thenComparing(Notice::member).thenComparing(Notice::id);

    private final Map<MemberId, Map<String, Notice>> notices = new HashMap<>();
    private final Map<Notice.State, NavigableSet<Notice>> inOrder = new HashMap<>();

    private NavigableSet<Notice> in(Notice.State state) {
        return inOrder.computeIfAbsent(state, none -> new TreeSet<>(OLDEST_FIRST));
    }

    synchronized List<Notice> in(Notice.State state, int limit) {
        return in(state).stream().limit(limit).toList();
    }

    synchronized long count(Notice.State state) {
        return in(state).size();
    }

    synchronized void put(Notice notice) {
        remove(notice);
        notices.computeIfAbsent(notice.member(), member -> new HashMap<>()).put(notice.id(), notice);
        in(notice.state()).add(notice);
    }

    synchronized void remove(Notice notice) {
        Map<String, Notice> ofMember = notices.getOrDefault(notice.member(), new HashMap<>());
        Notice known = ofMember.remove(notice.id());
        if (known != null) {
            in(known.state()).remove(known);
        }
        if (ofMember.isEmpty()) {
            notices.remove(notice.member());
        }
    }

    synchronized void forget(MemberId member) {
        Map<String, Notice> ofMember = notices.remove(member);
        if (ofMember != null) {
            ofMember.values().forEach(notice -> in(notice.state()).remove(notice));
        }
    }
}
