package io.loyalty4j.testing;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.ForwardingStore;
import io.loyalty4j.store.Notice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Stores that lose notices, or show wrong ones. */
final class WrongNotices {
    private static final int ALL = 1_000;

    private WrongNotices() {}

    static List<Wrong> all() {
        return List.of(
                new Wrong("keeps the first notice of an id", "in place of one", inner -> new ForwardingStore(inner) {
                    @Override
                    public void put(Notice notice) {
                        boolean known = List.of(Notice.State.values()).stream()
                                .flatMap(state -> store.notices(state, ALL).stream())
                                .anyMatch(each -> each.member().equals(notice.member())
                                        && each.id().equals(notice.id()));
                        if (!known) {
                            store.put(notice);
                        }
                    }
                }),
                new Wrong("takes ids for everybody's", "in place of one", inner -> new ForwardingStore(inner) {
                    @Override
                    public void put(Notice notice) {
                        for (Notice.State state : Notice.State.values()) {
                            store.notices(state, ALL).stream()
                                    .filter(each -> each.id().equals(notice.id()))
                                    .forEach(store::remove);
                        }
                        store.put(notice);
                    }
                }),
                new Wrong("removes nothing", "in place of one", inner -> new ForwardingStore(inner) {
                    @Override
                    public void remove(Notice notice) {
                        store.notices(notice.state(), 1);
                    }
                }),
                new Wrong("counts what it lists", "in place of one", inner -> new ForwardingStore(inner) {
                    @Override
                    public long count(Notice.State state) {
                        return store.notices(state, 1).size();
                    }
                }),
                new Wrong("shows the newest notice first", "the oldest first", inner -> new ForwardingStore(inner) {
                    @Override
                    public List<Notice> notices(Notice.State state, int limit) {
                        List<Notice> all = new ArrayList<>(store.notices(state, limit));
                        Collections.reverse(all);
                        return all;
                    }
                }),
                new Wrong("remembers whom it forgot", "who is forgotten", inner -> new ForwardingStore(inner) {
                    @Override
                    public void forget(MemberId member) {
                        store.keep(member, store.contact(member), Optional.empty());
                    }
                }),
                new Wrong("tells whom it forgot", "who is forgotten", inner -> new ForwardingStore(inner) {
                    @Override
                    public void forget(MemberId member) {
                        for (Notice.State state : Notice.State.values()) {
                            store.notices(state, ALL).stream()
                                    .filter(each -> each.member().equals(member))
                                    .forEach(store::remove);
                        }
                    }
                }),
                new Wrong("cuts long reasons", "words of notices", inner -> new ForwardingStore(inner) {
                    @Override
                    public void put(Notice notice) {
                        String cut = notice.reason().substring(0, Math.min(255, notice.reason().length()));
                        store.put(new Notice(
                                notice.member(),
                                notice.id(),
                                notice.state(),
                                notice.at(),
                                notice.kind(),
                                notice.facts(),
                                notice.attempts(),
                                cut));
                    }
                }));
    }
}
