package io.loyalty4j.testing;

import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.Decision;
import io.loyalty4j.store.ForwardingStore;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Request;
import io.loyalty4j.store.Unit;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Stores that lose news, or tell them twice or at a wrong time. */
final class WrongTelling {
    private WrongTelling() {}

    static List<Wrong> all() {
        return List.of(
                new Wrong("has news of repetitions", "and nothing else does", inner -> new ForwardingStore(inner) {
                    @Override
                    public Commit update(Request request, Decision decision) {
                        Commit commit = store.update(request, decision);
                        if (commit instanceof Commit.Replayed replayed) {
                            MemberId member = request.member();
                            Optional<Contact> now = store.contact(member);
                            store.keep(member, now, Optional.of(Contact.after(now, List.of(replayed.first()))));
                        }
                        return commit;
                    }
                }),
                new Wrong(
                        "leaves no news", "leaves news, due at once", after((before, now) -> Contact.of(now.member()))),
                new Wrong("has news of the last commit alone", "several commits", after((before, now) -> last(now))),
                new Wrong(
                        "has news of the last posting alone",
                        "postings of one commit",
                        after((before, now) -> last(now))),
                new Wrong("ends pauses at once", "wait for its end", after((before, now) -> due(now, Instant.EPOCH))),
                new Wrong("takes leases away", "wait for their lease", after((before, now) -> unleased(now))),
                new Wrong(
                        "lets news wait for reminders",
                        "only a reminder is planned",
                        after((before, now) -> before.dueAt().isPresent()
                                ? due(now, before.dueAt().get())
                                : now)),
                new Wrong(
                        "forgets what it remembered",
                        "only a reminder is planned",
                        after((before, now) -> new Contact(
                                now.member(),
                                now.news(),
                                now.dueAt(),
                                now.lease(),
                                Contact.of(now.member()).memory()))),
                new Wrong("overwrites what others kept", "others keep while", inner -> new ForwardingStore(inner) {
                    @Override
                    public Commit update(Request request, Decision decision) {
                        Optional<Contact> before = store.contact(request.member());
                        LockSupport.parkNanos(1_000_000);
                        Commit commit = store.update(request, decision);
                        Optional<Contact> now = store.contact(request.member());
                        before.ifPresent(old -> store.keep(
                                request.member(), now, now.map(contact -> contact.remembering(old.memory()))));
                        return commit;
                    }
                }),
                new Wrong("has news of one of a batch", "of each of its members", inner -> new ForwardingStore(inner) {
                    @Override
                    public List<Commit> updateAll(List<Unit> units) {
                        List<Commit> commits = store.updateAll(units);
                        MemberId first = units.get(0).request().member();
                        store.keep(first, store.contact(first), Optional.empty());
                        return commits;
                    }
                }));
    }

    static List<Wrong> keeping() {
        return List.of(
                new Wrong("keeps over whatever is there", "and over no other", keeping((store, seen, member) -> true)),
                new Wrong(
                        "does not look at what is remembered",
                        "and over no other",
                        keeping((store, seen, member) -> seen.map(WrongTelling::withoutMemory)
                                .equals(store.contact(member).map(WrongTelling::withoutMemory)))),
                new Wrong(
                        "looks, and keeps later",
                        "keep a contact at once",
                        keeping((store, seen, member) -> store.contact(member).equals(seen))),
                new Wrong(
                        "does not see new news",
                        "is told, all of it once",
                        keeping((store, seen, member) -> store.contact(member)
                                .flatMap(Contact::news)
                                .map(Contact.News::from)
                                .equals(seen.flatMap(Contact::news).map(Contact.News::from)))),
                new Wrong("lists contacts by their ids", "longest due first", inner -> new ForwardingStore(inner) {
                    @Override
                    public List<Contact> contacts(Instant due, int limit) {
                        return store.contacts(due, limit).stream()
                                .sorted(Comparator.comparing(Contact::member))
                                .toList();
                    }
                }),
                new Wrong("lists one contact too many", "longest due first", inner -> new ForwardingStore(inner) {
                    @Override
                    public List<Contact> contacts(Instant due, int limit) {
                        return store.contacts(due, limit + 1);
                    }
                }),
                new Wrong("tells a millisecond late", "at the instant it is due", inner -> new ForwardingStore(inner) {
                    @Override
                    public List<Contact> contacts(Instant due, int limit) {
                        return store.contacts(due.minusMillis(1), limit);
                    }
                }),
                new Wrong("tells a millisecond early", "at the instant it is due", inner -> new ForwardingStore(inner) {
                    @Override
                    public List<Contact> contacts(Instant due, int limit) {
                        return store.contacts(due.plusMillis(1), limit);
                    }
                }),
                new Wrong("ends lines its own way", "remembers comes back", inner -> new ForwardingStore(inner) {
                    @Override
                    public boolean keep(MemberId member, Optional<Contact> seen, Optional<Contact> next) {
                        return store.keep(member, seen, next.map(WrongTelling::rewritten));
                    }
                }));
    }

    private static Contact due(Contact contact, Instant at) {
        return new Contact(contact.member(), contact.news(), Optional.of(at), contact.lease(), contact.memory());
    }

    private static Contact unleased(Contact contact) {
        return new Contact(contact.member(), contact.news(), contact.dueAt(), Optional.empty(), contact.memory());
    }

    private static Contact rewritten(Contact contact) {
        Contact copy = unleased(contact);
        copy.memory().replaceAll((name, word) -> word.replace("\r\n", "\n"));
        return new Contact(copy.member(), copy.news(), copy.dueAt(), contact.lease(), copy.memory());
    }

    private static Contact withoutMemory(Contact contact) {
        return new Contact(
                contact.member(),
                contact.news(),
                contact.dueAt(),
                contact.lease(),
                Contact.of(contact.member()).memory());
    }

    private static Contact last(Contact contact) {
        Optional<Contact.News> news = contact.news()
                .map(all -> new Contact.News(all.through(), all.through(), all.told(), all.attempts(), all.channels()));
        return new Contact(contact.member(), news, contact.dueAt(), contact.lease(), contact.memory());
    }

    /** Changes what an update leaves, given what was there before. */
    private static UnaryOperator<LoyaltyStore> after(BinaryOperator<Contact> change) {
        return inner -> new ForwardingStore(inner) {
            @Override
            public Commit update(Request request, Decision decision) {
                Contact before = store.contact(request.member()).orElseGet(() -> Contact.of(request.member()));
                Commit commit = store.update(request, decision);
                Optional<Contact> now = store.contact(request.member());
                store.keep(request.member(), now, now.map(contact -> change.apply(before, contact)));
                return commit;
            }
        };
    }

    /** Looks in another way whether it is what was seen, and writes a little later. */
    private static UnaryOperator<LoyaltyStore> keeping(Look look) {
        return inner -> new ForwardingStore(inner) {
            @Override
            public boolean keep(MemberId member, Optional<Contact> seen, Optional<Contact> next) {
                boolean same = look.sees(store, seen, member);
                LockSupport.parkNanos(1_000_000);
                return same && store.keep(member, store.contact(member), next);
            }
        };
    }

    /** Whether what was seen is there. */
    private interface Look {
        boolean sees(LoyaltyStore store, Optional<Contact> seen, MemberId member);
    }
}
