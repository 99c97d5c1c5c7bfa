package io.loyalty4j.ledger;

import io.loyalty4j.earn.Award;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened: one balanced journal transaction of one account. It is written once and never changed.
 *
 * @param awards per rule and line; they add up to the points issued
 * @param entries what moved
 * @param changes what entries cannot say
 * @param after the balances when it ended
 * @param previousHash of the posting before it
 */
public record Posting(
        Header header,
        List<Award> awards,
        List<Entry> entries,
        List<Change> changes,
        Balances after,
        String tierAfter,
        String previousHash) {
    public Posting {
        awards = List.copyOf(awards);
        entries = List.copyOf(entries);
        changes = List.copyOf(changes);
    }

    /** Points that it moved between two buckets. */
    public long moved(Bucket from, Bucket to) {
        return entries.stream()
                .filter(entry -> entry.from() == from && entry.to() == to)
                .mapToLong(Entry::points)
                .sum();
    }

    /** SHA-256 over its canonical text, which includes the hash of the posting before it: 64 hexadecimal digits. */
    public String hash() {
        return Sha256.hex(CanonicalText.of(this));
    }

    /** Its changes of one kind. */
    public <C extends Change> Stream<C> changes(Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Why a posting was made. */
    public enum Kind {
        /** One command's effect. */
        COMMAND,
        /** What fell due at one instant. */
        TIME,
        /** A return that came before its order, coming into force; or what an account that was given up passes on. */
        DEFERRED,
        /** A new version of the program taken over. */
        ADOPT,
        /** All that the account is, told again, so that the journal can go on without the postings before it. */
        CHECKPOINT
    }

    /**
     * What it is about.
     *
     * @param version 1, 2, 3 and so on without gaps
     * @param requestId of the command; {@code ~} and the version where the engine made the posting
     * @param occurredAt when what it is about happened; of TIME, when it fell due
     * @param recordedAt when it was booked; never before the posting before it
     * @param person who asked for it, where that was a person of the shop
     */
    public record Header(
            MemberId member,
            long version,
            Kind kind,
            String requestId,
            Fingerprint fingerprint,
            Optional<String> order,
            Instant occurredAt,
            Instant recordedAt,
            String programVersion,
            Optional<Person> person) {}

    /**
     * A person of the shop at work.
     *
     * @param actor a code for who it was
     * @param reason a code for why
     * @param approver who approved it, where that was needed
     */
    public record Person(String actor, String reason, Optional<String> approver) {}

    /**
     * An account's points.
     *
     * @param debt what is owed, as a positive number
     */
    public record Balances(long pending, long available, long held, long debt) {}
}
