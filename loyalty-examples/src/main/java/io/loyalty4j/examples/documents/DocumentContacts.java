package io.loyalty4j.examples.documents;

import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Contact;
import io.loyalty4j.store.Contacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a member is to be told is a document, and can be found by when that is due. One with an empty body is none: it was deleted. */
final class DocumentContacts implements Contacts {
    private static final String KIND = "contact";
    private static final String DUE = "contact-due";

    private final Documents documents;

    DocumentContacts(Documents documents) {
        this.documents = documents;
    }

    static String id(MemberId member) {
        return Ids.of(KIND, member);
    }

    /** As it is to be written with postings. */
    static Document after(MemberId member, Optional<String> seen, List<Posting> postings) {
        return document(member, Optional.of(Contact.after(read(member, seen), postings)));
    }

    @Override
    public List<Contact> contacts(Instant due, int limit) {
        return documents.below(DUE, due.toEpochMilli() + 1, limit).stream()
                .flatMap(each -> read(new MemberId(Ids.rest(each)), Optional.of(each.body())).stream())
                .toList();
    }

    @Override
    public Optional<Contact> contact(MemberId member) {
        return read(member, documents.body(id(member)));
    }

    @Override
    public boolean keep(MemberId member, Optional<Contact> seen, Optional<Contact> next) {
        Optional<String> there = documents.body(id(member));
        return read(member, there).equals(seen)
                && documents.write(Map.of(id(member), there), List.of(document(member, next)));
    }

    void forget(MemberId member) {
        documents.delete(id(member));
    }

    private static Document document(MemberId member, Optional<Contact> contact) {
        Map<String, Long> due = contact.flatMap(Contact::dueAt)
                .map(at -> Map.of(DUE, at.toEpochMilli()))
                .orElse(Map.of());
        return new Document(id(member), contact.map(DocumentContacts::text).orElse(""), due);
    }

    private static String text(Contact contact) {
        SortedMap<String, String> facts = new TreeMap<>();
        contact.news().ifPresent(news -> {
            facts.put("from", Long.toString(news.from()));
            facts.put("through", Long.toString(news.through()));
            facts.put("told", Integer.toString(news.told()));
            facts.put("attempts", Integer.toString(news.attempts()));
            facts.put("channels", LedgerText.words(news.channels()));
        });
        contact.dueAt().ifPresent(at -> facts.put("due", at.toString()));
        contact.lease().ifPresent(lease -> facts.put("lease", lease));
        facts.put("memory", LedgerText.facts(contact.memory()));
        return LedgerText.facts(facts);
    }

    private static Optional<Contact> read(MemberId member, Optional<String> body) {
        return body.filter(text -> !text.isEmpty()).map(LedgerText::facts).map(facts -> contact(member, facts));
    }

    private static Contact contact(MemberId member, Map<String, String> facts) {
        return new Contact(
                member,
                Optional.ofNullable(facts.get("from")).map(from -> news(Long.parseLong(from), facts)),
                Optional.ofNullable(facts.get("due")).map(Instant::parse),
                Optional.ofNullable(facts.get("lease")),
                LedgerText.facts(facts.getOrDefault("memory", "")));
    }

    private static Contact.News news(long from, Map<String, String> facts) {
        return new Contact.News(
                from,
                Long.parseLong(facts.getOrDefault("through", "")),
                Integer.parseInt(facts.getOrDefault("told", "")),
                Integer.parseInt(facts.getOrDefault("attempts", "")),
                LedgerText.words(facts.getOrDefault("channels", "")));
    }
}
