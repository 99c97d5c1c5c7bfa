package io.loyalty4j.testing;

import io.loyalty4j.store.ForwardingStore;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Message;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Stores that lose messages, or give away more than there is. */
final class WrongSharing {
    private WrongSharing() {}

    static List<Wrong> all() {
        return List.of(
                new Wrong("grants one too many", "or what is left of the limit", inner -> new ForwardingStore(inner) {
                    @Override
                    public long claim(String allotment, String claimant, long wanted, long limit, Instant at) {
                        return store.claim(allotment, claimant, wanted, limit + 1, at);
                    }
                }),
                new Wrong("looks, and grants later", "not one more", inner -> new ForwardingStore(inner) {
                    @Override
                    public long claim(String allotment, String claimant, long wanted, long limit, Instant at) {
                        long left = limit - store.taken(allotment);
                        LockSupport.parkNanos(1_000_000);
                        return store.claim(allotment, claimant, Math.min(wanted, left), Long.MAX_VALUE, at);
                    }
                }),
                new Wrong("counts who asks again twice", "counted once", inner -> new ForwardingStore(inner) {
                    @Override
                    public long claim(String allotment, String claimant, long wanted, long limit, Instant at) {
                        boolean open = store.unsettled(Trial.FAR, 1_000).stream()
                                .anyMatch(claim -> claim.claimant().equals(claimant));
                        return store.claim(allotment, open ? claimant + "+" : claimant, wanted, limit, at);
                    }
                }),
                new Wrong("keeps claims by the second", "from the oldest on", inner -> new ForwardingStore(inner) {
                    @Override
                    public long claim(String allotment, String claimant, long wanted, long limit, Instant at) {
                        return store.claim(allotment, claimant, wanted, limit, at.truncatedTo(ChronoUnit.SECONDS));
                    }
                }),
                new Wrong("takes names in small letters", "do not mix", inner -> new ForwardingStore(inner) {
                    @Override
                    public long claim(String allotment, String claimant, long wanted, long limit, Instant at) {
                        return store.claim(allotment.toLowerCase(Locale.ROOT), claimant, wanted, limit, at);
                    }
                }),
                new Wrong("names the first by name", "the claimant is who has it", inner -> new ForwardingStore(inner) {
                    @Override
                    public Optional<String> claimant(String allotment) {
                        return store.unsettled(Trial.FAR, 1_000).stream()
                                .map(Claim::claimant)
                                .min(Comparator.naturalOrder());
                    }
                }),
                new Wrong("gives nothing back", "the rest is given back", inner -> new ForwardingStore(inner) {
                    @Override
                    public void settle(String allotment, String claimant, long used) {
                        long all = store.taken(allotment);
                        store.settle(allotment, claimant, Math.max(used, Math.min(30, all)));
                    }
                }),
                new Wrong("uses more than was granted", "cannot be used", inner -> new ForwardingStore(inner) {
                    @Override
                    public void settle(String allotment, String claimant, long used) {
                        store.settle(allotment, claimant, Math.max(0, Math.min(30, used)));
                    }
                }),
                new Wrong("loses second messages", "messages of one posting", inner -> new ForwardingStore(inner) {
                    @Override
                    public List<Message> messages(int limit) {
                        return store.messages(limit).stream()
                                .filter(message -> message.id().endsWith("/0"))
                                .toList();
                    }
                }),
                new Wrong("shows messages by their ids", "the oldest first", inner -> new ForwardingStore(inner) {
                    @Override
                    public List<Message> messages(int limit) {
                        return store.messages(limit).stream()
                                .sorted(Comparator.comparing(Message::id))
                                .toList();
                    }
                }),
                new Wrong(
                        "never forgets a message",
                        "what is delivered is forgotten",
                        inner -> new ForwardingStore(inner) {
                            @Override
                            public void delivered(Message message) {
                                store.messages(1);
                            }
                        }),
                new Wrong(
                        "forgets the oldest message",
                        "what is delivered is forgotten",
                        inner -> new ForwardingStore(inner) {
                            @Override
                            public void delivered(Message message) {
                                store.messages(1).forEach(store::delivered);
                            }
                        }));
    }

    /** A second process that has not seen what the first one wrote. */
    static LoyaltyStore blind(LoyaltyStore first) {
        return LoyaltyStore.inMemory();
    }
}
