package io.loyalty4j.examples.documents;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.LedgerText;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Batch;
import io.loyalty4j.store.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A batch as documents. */
final class DocumentBatch {
    private DocumentBatch() {}

    static List<Document> of(Batch batch) {
        MemberId member = batch.member();
        List<Document> all = new ArrayList<>(List.of(account(batch.after())));
        batch.orders()
                .forEach(order ->
                        all.add(Document.of(Ids.of("order", member, order.order()), LedgerText.position(order))));
        batch.lots().forEach(lot -> all.add(Document.of(Ids.of("lot", member, lot.id()), LedgerText.lot(lot))));
        batch.postings().forEach(posting -> all.addAll(posting(member, posting)));
        return all;
    }

    private static Document account(Account account) {
        Map<String, Long> dates = new HashMap<>();
        dates.put("adopted", account.program().inForceFrom().toEpochMilli());
        account.nextDueAt().ifPresent(at -> dates.put("due", at.toEpochMilli()));
        return new Document(Ids.of("account", account.member()), LedgerText.account(account), dates);
    }

    /** What names it, by its request and for its messages, holds its id. */
    private static List<Document> posting(MemberId member, Posting posting) {
        String id = Ids.of("posting", member, posting.header().version());
        Map<String, Long> sent = Map.of("sent", posting.header().recordedAt().toEpochMilli());
        List<Document> all = new ArrayList<>();
        all.add(Document.of(id, LedgerText.posting(posting)));
        all.add(Document.of(Ids.of("request", member, posting.header().requestId()), id));
        Message.of(List.of(posting)).forEach(message -> all.add(new Document(Ids.of(message), id, sent)));
        return all;
    }
}
