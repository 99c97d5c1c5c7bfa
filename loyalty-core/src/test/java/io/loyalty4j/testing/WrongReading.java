package io.loyalty4j.testing;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.ForwardingStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Stores that show wrong things. */
final class WrongReading {
    private WrongReading() {}

    static List<Wrong> all() {
        return List.of(
                new Wrong(
                        "shows the first account for ever",
                        "handed the newest account",
                        inner -> new ForwardingStore(inner) {
                            private final Map<MemberId, Account> first = new ConcurrentHashMap<>();

                            @Override
                            public Optional<Account> find(MemberId member) {
                                return store.find(member)
                                        .map(account -> first.computeIfAbsent(member, each -> account));
                            }
                        }),
                new Wrong("forgets returned orders", "what the postings lead to", inner -> new ForwardingStore(inner) {
                    @Override
                    public Optional<OrderPosition> order(MemberId member, String order) {
                        return store.order(member, order)
                                .filter(known -> known.state() != OrderPosition.State.CANCELLED);
                    }
                }),
                new Wrong("pads ids", "a space behind it", inner -> new ForwardingStore(inner) {
                    @Override
                    public Optional<OrderPosition> order(MemberId member, String order) {
                        return store.order(member, order.strip());
                    }
                }),
                new Wrong("cuts request ids", "the longest ids", inner -> new ForwardingStore(inner) {
                    @Override
                    public Optional<Posting> posting(MemberId member, String requestId) {
                        return store.posting(member, requestId.substring(0, Math.min(255, requestId.length())));
                    }
                }),
                new Wrong("counts pages from one", "pages of postings", inner -> new ForwardingStore(inner) {
                    @Override
                    public Stream<Posting> postings(MemberId member, long afterVersion, int limit) {
                        return store.postings(member, Math.max(0, afterVersion - 1), limit);
                    }
                }),
                new Wrong("shows the last posting first", "come in their order", inner -> new ForwardingStore(inner) {
                    @Override
                    public Stream<Posting> postings(MemberId member) {
                        List<Posting> all =
                                new ArrayList<>(store.postings(member).toList());
                        Collections.reverse(all);
                        return all.stream();
                    }
                }),
                new Wrong("mixes everybody's postings", "member by member", inner -> new ForwardingStore(inner) {
                    @Override
                    public Stream<Posting> postings() {
                        return store.postings()
                                .sorted((one, other) -> one.header()
                                        .recordedAt()
                                        .compareTo(other.header().recordedAt()));
                    }
                }),
                new Wrong(
                        "never updates who is due",
                        "what was booked is due no longer",
                        inner -> new ForwardingStore(inner) {
                            private List<MemberId> first = List.of();

                            @Override
                            public List<MemberId> due(Instant now, int limit) {
                                first = first.isEmpty() ? store.due(now, limit) : first;
                                return first;
                            }
                        }),
                new Wrong(
                        "lists who is due the shortest first",
                        "after every change",
                        inner -> new ForwardingStore(inner) {
                            @Override
                            public List<MemberId> due(Instant now, int limit) {
                                List<MemberId> due = new ArrayList<>(store.due(now, limit));
                                Collections.reverse(due);
                                return due;
                            }
                        }),
                new Wrong("is late by a millisecond", "at the very instant", inner -> new ForwardingStore(inner) {
                    @Override
                    public List<MemberId> due(Instant now, int limit) {
                        return store.due(now.minusMillis(1), limit);
                    }
                }),
                new Wrong("adopts by the day", "older than itself", inner -> new ForwardingStore(inner) {
                    @Override
                    public List<MemberId> adoptedBefore(Instant inForceFrom, int limit) {
                        return store.adoptedBefore(inForceFrom.plusMillis(1), limit);
                    }
                }),
                new Wrong("leaves closed accounts alone", "whatever their status", inner -> new ForwardingStore(inner) {
                    @Override
                    public List<MemberId> adoptedBefore(Instant inForceFrom, int limit) {
                        return store.adoptedBefore(inForceFrom, limit).stream()
                                .filter(member ->
                                        store.find(member).orElseThrow().status() == Account.Status.OPEN)
                                .toList();
                    }
                }),
                new Wrong("writes ends of line its own way", "words of a profile", inner -> new ForwardingStore(inner) {
                    @Override
                    public boolean replace(Optional<Member> seen, Member next) {
                        Member written = next;
                        for (Map.Entry<String, String> each : next.attributes().entrySet()) {
                            written =
                                    written.with(each.getKey(), each.getValue().replace("\r\n", "\n"));
                        }
                        return store.replace(seen, written);
                    }
                }),
                new Wrong(
                        "replaces whatever is there",
                        "over the one that was seen",
                        inner -> new ForwardingStore(inner) {
                            @Override
                            public boolean replace(Optional<Member> seen, Member next) {
                                return store.replace(store.profile(next.member()), next);
                            }
                        }),
                new Wrong(
                        "looks, and replaces later", "replace a profile at once", inner -> new ForwardingStore(inner) {
                            @Override
                            public boolean replace(Optional<Member> seen, Member next) {
                                boolean same = store.profile(next.member()).equals(seen);
                                LockSupport.parkNanos(1_000_000);
                                return same && store.replace(store.profile(next.member()), next);
                            }
                        }),
                new Wrong("keeps deleted profiles", "a deleted profile", inner -> new ForwardingStore(inner) {
                    @Override
                    public void delete(MemberId member) {
                        store.profile(member);
                    }
                }));
    }
}
