package io.loyalty4j.store;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Keeps everything on the heap: a shelf for each member with a lock of its own, and indexes of what is due and of versions adopted. */
final class InMemoryStore implements LoyaltyStore {
    private final ConcurrentHashMap<MemberId, Shelf> shelves = new ConcurrentHashMap<>();
    private final Agenda due = new Agenda();
    private final Agenda adopted = new Agenda();
    private final ConcurrentHashMap<MemberId, Member> profiles = new ConcurrentHashMap<>();
    private final InMemoryAllotments allotments = new InMemoryAllotments();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryContacts contacts = new InMemoryContacts();
    private final InMemoryNotices notices = new InMemoryNotices();

    @Override
    public Optional<Account> find(MemberId member) {
        return Optional.ofNullable(shelves.get(member)).flatMap(Shelf::account);
    }

    @Override
    public Optional<OrderPosition> order(MemberId member, String order) {
        return Optional.ofNullable(shelves.get(member)).flatMap(shelf -> shelf.order(order));
    }

    @Override
    public Commit update(Request request, Decision decision) {
        Unit unit = new Unit(request, decision);
        Optional<Commit> commit = Optional.empty();
        while (commit.isEmpty()) {
            Shelf shelf = shelves.computeIfAbsent(request.member(), Shelf::new);
            try {
                commit = shelf.update(unit, profile(request.member()), this::written);
            } finally {
                if (shelf.retiredIfEmpty()) {
                    shelves.remove(request.member(), shelf);
                }
            }
        }
        return commit.get();
    }

    private void written(Batch batch) {
        reindex(batch.before(), batch.after());
        outbox.add(batch.messages());
        contacts.add(batch.postings());
    }

    private void reindex(Account before, Account after) {
        due.move(after.member(), before.nextDueAt(), after.nextDueAt());
        adopted.move(after.member(), inForceFrom(before), inForceFrom(after));
    }

    private static Optional<Instant> inForceFrom(Account account) {
        return Optional.of(account.program().inForceFrom());
    }

    @Override
    public List<MemberId> due(Instant now, int limit) {
        return due.whileAt(at -> !at.isAfter(now), limit);
    }

    @Override
    public List<MemberId> adoptedBefore(Instant inForceFrom, int limit) {
        return adopted.whileAt(at -> at.isBefore(inForceFrom), limit);
    }

    @Override
    public Stream<Posting> postings(MemberId member) {
        Shelf shelf = shelves.get(member);
        return shelf == null ? Stream.empty() : shelf.postings().stream();
    }

    @Override
    public Stream<Posting> postings(MemberId member, long afterVersion, int limit) {
        Shelf shelf = shelves.get(member);
        return shelf == null ? Stream.empty() : shelf.postings(afterVersion, limit).stream();
    }

    @Override
    public Optional<Posting> posting(MemberId member, String requestId) {
        return Optional.ofNullable(shelves.get(member)).flatMap(shelf -> shelf.posting(requestId));
    }

    @Override
    public Stream<Posting> postings() {
        return shelves.keySet().stream().sorted().flatMap(this::postings);
    }

    @Override
    public Optional<Member> profile(MemberId member) {
        return Optional.ofNullable(profiles.get(member));
    }

    @Override
    public boolean replace(Optional<Member> seen, Member next) {
        return seen.isPresent()
                ? profiles.replace(next.member(), seen.get(), next)
                : profiles.putIfAbsent(next.member(), next) == null;
    }

    @Override
    public void delete(MemberId member) {
        profiles.remove(member);
    }

    @Override
    public long claim(String allotment, String claimant, long wanted, long limit, Instant at) {
        return allotments.claim(allotment, claimant, wanted, limit, at);
    }

    @Override
    public void settle(String allotment, String claimant, long used) {
        allotments.settle(allotment, claimant, used);
    }

    @Override
    public long taken(String allotment) {
        return allotments.taken(allotment);
    }

    @Override
    public Optional<String> claimant(String allotment) {
        return allotments.claimant(allotment);
    }

    @Override
    public List<Claim> unsettled(Instant before, int limit) {
        return allotments.unsettled(before, limit);
    }

    @Override
    public List<Message> messages(int limit) {
        return outbox.messages(limit);
    }

    @Override
    public void delivered(Message message) {
        outbox.delivered(message);
    }

    @Override
    public List<Contact> contacts(Instant until, int limit) {
        return contacts.contacts(until, limit);
    }

    @Override
    public Optional<Contact> contact(MemberId member) {
        return contacts.contact(member);
    }

    @Override
    public boolean keep(MemberId member, Optional<Contact> seen, Optional<Contact> next) {
        return contacts.keep(member, seen, next);
    }

    @Override
    public List<Notice> notices(Notice.State state, int limit) {
        return notices.in(state, limit);
    }

    @Override
    public long count(Notice.State state) {
        return notices.count(state);
    }

    @Override
    public void put(Notice notice) {
        notices.put(notice);
    }

    @Override
    public void remove(Notice notice) {
        notices.remove(notice);
    }

    @Override
    public void forget(MemberId member) {
        contacts.forget(member);
        notices.forget(member);
    }
}
