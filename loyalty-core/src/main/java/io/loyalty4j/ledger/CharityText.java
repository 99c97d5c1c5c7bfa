package io.loyalty4j.ledger;

import java.util.ArrayList;
import java.util.List;

/** What a posting of a charity's account did, in a few words for the charity and the shop. */
final class CharityText {
    private CharityText() {}

    static String of(Posting posting) {
        Receipt receipt = new Receipt(posting);
        boolean order = posting.header().order().isPresent();
        List<String> parts = new ArrayList<>();
        StatementText.add(parts, receipt.earned(), order ? "given" : "not paid out after all");
        StatementText.add(parts, receipt.revoked(), order ? "taken back" : "paid out");
        StatementText.add(parts, posting.moved(Bucket.DEBT, Bucket.REVOKED), "of them owed, for they were not there");
        StatementText.add(parts, posting.moved(Bucket.AVAILABLE, Bucket.DEBT), "of them for what was owed");
        String subject = posting.header()
                .order()
                .map(id -> "donation of order " + id + ": ")
                .orElse("");
        return subject + String.join(", ", parts);
    }
}
