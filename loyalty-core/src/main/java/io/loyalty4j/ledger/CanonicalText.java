package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A posting as text, the same on every machine, locale and Java version, for its hash: a line for each thing. The first line names the format; a change of
 * the format is a new number.
 */
final class CanonicalText {
    static final String FORMAT = "loyalty4j-posting/4";
    private static final String HEADER = "header";
    private static final String PERSON = "person";
    private static final String ENTRY = "entry";
    private static final String AFTER = "after";
    private static final String COMMAND = "command";

    private CanonicalText() {}

    static String of(Posting posting) {
        TextWriter text = TextWriter.canonical();
        write(text, posting);
        return text.toString();
    }

    /** With what the command said, of which the header has the digest. */
    static void whole(TextWriter text, Posting posting) {
        write(text, posting);
        text.line(COMMAND, posting.header().fingerprint().text());
    }

    private static void write(TextWriter text, Posting posting) {
        text.line(FORMAT, posting.previousHash());
        header(text, posting.header());
        posting.awards().forEach(award -> AwardText.write(text, award));
        posting.entries().forEach(entry -> text.line(ENTRY, entry.lot(), entry.from(), entry.to(), entry.points()));
        posting.changes().forEach(change -> ChangeText.write(text, change));
        Posting.Balances after = posting.after();
        text.line(AFTER, after.pending(), after.available(), after.held(), after.debt(), posting.tierAfter());
    }

    private static void header(TextWriter text, Posting.Header header) {
        text.line(
                HEADER,
                header.member(),
                header.version(),
                header.kind(),
                header.requestId(),
                header.fingerprint().sha256(),
                header.order(),
                header.occurredAt(),
                header.recordedAt(),
                header.programVersion());
        header.person().ifPresent(person -> text.line(PERSON, person.actor(), person.reason(), person.approver()));
    }

    /** Of a whole one. */
    static Posting read(TextReader text) {
        String previousHash = text.line(FORMAT).text();
        TextFields header = text.line(HEADER);
        Optional<Posting.Person> person = text.optional(PERSON, CanonicalText::person);
        List<Award> awards = text.each(AwardText.AWARD, AwardText::read);
        List<Entry> entries = text.each(ENTRY, CanonicalText::entry);
        List<Change> changes = ChangeText.read(text);
        TextFields after = text.line(AFTER);
        Posting.Balances balances =
                new Posting.Balances(after.number(), after.number(), after.number(), after.number());
        String tier = after.text();
        String command = text.line(COMMAND).text();
        return new Posting(header(header, person, command), awards, entries, changes, balances, tier, previousHash);
    }

    private static Posting.Header header(TextFields line, Optional<Posting.Person> person, String command) {
        MemberId member = MemberId.of(line.text());
        long version = line.number();
        Posting.Kind kind = line.constant(Posting.Kind.class);
        String requestId = line.text();
        Fingerprint fingerprint = new Fingerprint(command, line.text());
        if (!fingerprint.genuine()) {
            throw new IllegalArgumentException("it is not the command that the header has the digest of");
        }
        Optional<String> order = line.optional(TextFields::text);
        Instant occurredAt = line.instant();
        Instant recordedAt = line.instant();
        return new Posting.Header(
                member, version, kind, requestId, fingerprint, order, occurredAt, recordedAt, line.text(), person);
    }

    private static Posting.Person person(TextFields line) {
        return new Posting.Person(line.text(), line.text(), line.optional(TextFields::text));
    }

    private static Entry entry(TextFields line) {
        return new Entry(line.text(), line.constant(Bucket.class), line.constant(Bucket.class), line.number());
    }
}
