package io.loyalty4j.examples.documents;

import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.store.Message;
import io.loyalty4j.store.Outbox;
import java.util.List;
import java.util.Optional;

/** A message that waits is a document that names the posting which sends it. */
final class DocumentOutbox implements Outbox {
    private final Documents documents;

    DocumentOutbox(Documents documents) {
        this.documents = documents;
    }

    @Override
    public List<Message> messages(int limit) {
        return documents.below("sent", Long.MAX_VALUE, limit).stream()
                .flatMap(waiting -> message(waiting).stream())
                .toList();
    }

    private Optional<Message> message(Document waiting) {
        return documents.body(waiting.body()).map(LedgerText::posting).stream()
                .flatMap(posting -> Message.of(List.of(posting)).stream())
                .filter(sent -> Ids.of(sent).equals(waiting.id()))
                .findFirst();
    }

    @Override
    public void delivered(Message message) {
        documents.delete(Ids.of(message));
    }
}
