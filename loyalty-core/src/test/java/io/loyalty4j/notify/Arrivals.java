package io.loyalty4j.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What arrived by one channel, from whatever machine. */
final class Arrivals {
    private final List<LoyaltyEvent> events = new ArrayList<>();
    private final Map<String, LoyaltyEvent> first = new HashMap<>();

    void add(LoyaltyEvent event) {
        LoyaltyEvent before = first.putIfAbsent(event.id(), event);
        assertThat(before == null || before.equals(event))
                .as("%s came again as %s", before, event)
                .isTrue();
        events.add(event);
    }

    Set<String> ids() {
        return first.keySet();
    }

    int again() {
        return events.size() - first.size();
    }

    /**
     * Holds that what everybody is told came in order, and again only while nothing later had come.
     *
     * @param aside ids of what was put aside at some time, and so came when it came
     */
    void areInOrder(Set<String> aside) {
        Map<MemberId, String> last = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (LoyaltyEvent event : events) {
            if (event.messageClass() == MessageClass.MARKETING
                    || aside.contains(event.id())
                    || !ofPosting(event.id())) {
                continue;
            }
            String before = last.put(event.member(), event.id());
            if (!event.id().equals(before)) {
                assertThat(known.add(event.id()))
                        .as("%s came again behind %s", event.id(), before)
                        .isTrue();
                assertThat(before == null || place(before) < place(event.id()))
                        .as("%s came behind %s", event.id(), before)
                        .isTrue();
            }
        }
    }

    static boolean ofPosting(String id) {
        return id.matches("[^/]+/\\d+/\\d+");
    }

    private static long place(String id) {
        String[] words = id.split("/", -1);
        return Long.parseLong(words[1]) * 1_000 + Long.parseLong(words[2]);
    }
}
