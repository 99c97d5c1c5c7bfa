package io.loyalty4j.store;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Contacts on the heap, and an index of when they are due. */
final class InMemoryContacts implements Contacts {
    private final Map<MemberId, Contact> contacts = new HashMap<>();
    private final Agenda due = new Agenda();

    /** Notes that a member has news. */
    synchronized void add(List<Posting> postings) {
        MemberId member = postings.get(0).header().member();
        set(member, Optional.of(Contact.after(contact(member), postings)));
    }

    private void set(MemberId member, Optional<Contact> next) {
        due.move(member, contact(member).flatMap(Contact::dueAt), next.flatMap(Contact::dueAt));
        next.ifPresentOrElse(contact -> contacts.put(member, contact), () -> contacts.remove(member));
    }

    @Override
    public synchronized List<Contact> contacts(Instant until, int limit) {
        return due.whileAt(at -> !at.isAfter(until), limit).stream()
                .map(contacts::get)
                .map(Objects::requireNonNull)
                .toList();
    }

    @Override
    public synchronized Optional<Contact> contact(MemberId member) {
        return Optional.ofNullable(contacts.get(member));
    }

    @Override
    public synchronized boolean keep(MemberId member, Optional<Contact> seen, Optional<Contact> next) {
        boolean same = contact(member).equals(seen);
        if (same) {
            set(member, next);
        }
        return same;
    }

    synchronized void forget(MemberId member) {
        set(member, Optional.empty());
    }
}
