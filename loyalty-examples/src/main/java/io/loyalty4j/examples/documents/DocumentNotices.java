package io.loyalty4j.examples.documents;

import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was put aside is a document, and can be found by its state and when that was. */
final class DocumentNotices {
    private static final String KIND = "notice";

    private final Documents documents;

    DocumentNotices(Documents documents) {
        this.documents = documents;
    }

    List<Notice> in(Notice.State state, int limit) {
        return documents.below(state.name(), Long.MAX_VALUE, limit).stream()
                .map(DocumentNotices::read)
                .toList();
    }

    long count(Notice.State state) {
        return documents.below(state.name(), Long.MAX_VALUE, Integer.MAX_VALUE).size();
    }

    void put(Notice notice) {
        String text = LedgerText.facts(new TreeMap<>(Map.of(
                "state", notice.state().name(),
                "at", notice.at().toString(),
                "kind", notice.kind(),
                "facts", LedgerText.facts(notice.facts()),
                "attempts", Integer.toString(notice.attempts()),
                "reason", notice.reason())));
        documents.write(
                Map.of(),
                List.of(new Document(
                        id(notice),
                        text,
                        Map.of(notice.state().name(), notice.at().toEpochMilli()))));
    }

    void remove(Notice notice) {
        documents.delete(id(notice));
    }

    void forget(MemberId member) {
        documents.withPrefix(Ids.prefix(KIND, member), "").map(Document::id).forEach(documents::delete);
    }

    private static String id(Notice notice) {
        return Ids.of(KIND, notice.member(), notice.id());
    }

    private static Notice read(Document document) {
        String[] name = Ids.rest(document).split(" ", 2);
        SortedMap<String, String> facts = LedgerText.facts(document.body());
        return new Notice(
                new MemberId(name[0]),
                name[1],
                Notice.State.valueOf(facts.getOrDefault("state", "")),
                Instant.parse(facts.getOrDefault("at", "")),
                facts.getOrDefault("kind", ""),
                LedgerText.facts(facts.getOrDefault("facts", "")),
                Integer.parseInt(facts.getOrDefault("attempts", "")),
                facts.getOrDefault("reason", ""));
    }
}
