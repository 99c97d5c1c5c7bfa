package io.loyalty4j.ledger;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;

/** A command that is sent to another member, as lines. */
final class SentText {
    static final String SENT = "sent";
    private static final String FACT = "sent-fact";

    private SentText() {}

    static void write(TextWriter text, Change.Sent sent) {
        text.line(SENT, sent.command().member(), sent.command().requestId());
        text.lines(FACT, sent.command().facts());
    }

    static Change.Sent read(TextReader text) {
        TextFields line = text.line(SENT);
        MemberId member = MemberId.of(line.text());
        String requestId = line.text();
        return new Change.Sent(Command.of(member, requestId, text.map(FACT, TextFields::text, TextFields::text)));
    }
}
