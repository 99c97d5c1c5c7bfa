package io.loyalty4j.examples.documents;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Allotment;
import io.loyalty4j.store.Batch;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.Loaded;
import io.loyalty4j.store.Message;
import io.loyalty4j.store.Notice;
import io.loyalty4j.store.OptimisticStore;
import io.loyalty4j.store.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps each account, order, lot, posting, profile, message, allotment, contact and notice as a document. A batch is written if the texts of the account and
 * of the contact are those that were read.
 */
public final class DocumentLoyaltyStore extends OptimisticStore {
    private final Documents documents;
    private final DocumentAllotments allotments;
    private final DocumentOutbox outbox;
    private final DocumentContacts contacts;
    private final DocumentNotices notices;

    /** Several stores, of several processes, may use the same documents. */
    public DocumentLoyaltyStore(Documents documents) {
        this.documents = documents;
        this.allotments = new DocumentAllotments(documents);
        this.outbox = new DocumentOutbox(documents);
        this.contacts = new DocumentContacts(documents);
        this.notices = new DocumentNotices(documents);
    }

    @Override
    protected Loaded load(Reading wanted) {
        return DocumentReading.of(wanted, this, documents);
    }

    @Override
    protected boolean write(Batch batch) {
        Optional<Account> seen = Optional.of(batch.before()).filter(account -> account.version() > 0);
        String contact = DocumentContacts.id(batch.member());
        Optional<String> told = documents.body(contact);
        List<Document> all = new ArrayList<>(DocumentBatch.of(batch));
        all.add(DocumentContacts.after(batch.member(), told, batch.postings()));
        return documents.write(
                Map.of(Ids.of("account", batch.member()), seen.map(LedgerText::account), contact, told), all);
    }

    @Override
    public Optional<Account> find(MemberId member) {
        return documents.body(Ids.of("account", member)).map(text -> LedgerText.account(member, text));
    }

    @Override
    public Optional<OrderPosition> order(MemberId member, String order) {
        return documents.body(Ids.of("order", member, order)).map(text -> LedgerText.position(member, text));
    }

    @Override
    public List<MemberId> due(Instant now, int limit) {
        return members(documents.below("due", now.toEpochMilli() + 1, limit));
    }

    @Override
    public List<MemberId> adoptedBefore(Instant inForceFrom, int limit) {
        return members(documents.below("adopted", inForceFrom.toEpochMilli(), limit));
    }

    private static List<MemberId> members(List<Document> accounts) {
        return accounts.stream().map(Ids::rest).map(MemberId::new).toList();
    }

    @Override
    public Stream<Posting> postings(MemberId member) {
        return postings(member, 0, Integer.MAX_VALUE);
    }

    @Override
    public Stream<Posting> postings(MemberId member, long afterVersion, int limit) {
        return documents
                .withPrefix(Ids.prefix("posting", member), Ids.of("posting", member, afterVersion))
                .limit(limit)
                .map(document -> LedgerText.posting(document.body()));
    }

    @Override
    public Stream<Posting> postings() {
        return documents
                .withPrefix(Ids.prefix("account"), "")
                .map(Ids::rest)
                .map(MemberId::new)
                .flatMap(this::postings);
    }

    @Override
    public Optional<Posting> posting(MemberId member, String requestId) {
        return documents
                .body(Ids.of("request", member, requestId))
                .flatMap(documents::body)
                .map(LedgerText::posting);
    }

    @Override
    public Optional<Member> profile(MemberId member) {
        return documents.body(Ids.of("profile", member)).map(text -> LedgerText.profile(member, text));
    }

    @Override
    public boolean replace(Optional<Member> seen, Member next) {
        String id = Ids.of("profile", next.member());
        return documents.write(
                Map.of(id, seen.map(LedgerText::profile)), List.of(Document.of(id, LedgerText.profile(next))));
    }

    @Override
    public void delete(MemberId member) {
        documents.delete(Ids.of("profile", member));
    }

    @Override
    protected Allotment allotment(String name) {
        return allotments.find(name);
    }

    @Override
    protected boolean replace(Allotment seen, Allotment next) {
        return allotments.replace(seen, next);
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
