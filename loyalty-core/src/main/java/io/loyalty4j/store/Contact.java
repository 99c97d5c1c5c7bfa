package io.loyalty4j.store;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a member is still to be told, and what they were told: one for a member, however much happened. Beside the journal: of a lost one nothing is missing
 * but messages.
 *
 * @param news postings that members were not told about yet; empty if there are none
 * @param dueAt when somebody should look at it, in whole milliseconds; empty if nothing is planned
 * @param lease who looks at it now, until {@code dueAt}; others keep off
 * @param memory what {@code io.loyalty4j.notify} remembers from one look to the next, by names of its own; no store reads it
 */
public record Contact(
        MemberId member,
        Optional<News> news,
        Optional<Instant> dueAt,
        Optional<String> lease,
        SortedMap<String, String> memory) {
    public Contact {
        dueAt = dueAt.map(when -> when.truncatedTo(ChronoUnit.MILLIS));
        memory = new TreeMap<>(memory);
    }

    /** Of a member who was never told anything, and of whom there is nothing to tell. */
    public static Contact of(MemberId member) {
        return new Contact(member, Optional.empty(), Optional.empty(), Optional.empty(), new TreeMap<>());
    }

    /**
     * What it is once some postings of one member were committed. It is due at once, if nobody is at it and nothing else waits: who waits for the end of a
     * pause goes on waiting.
     */
    public static Contact after(Optional<Contact> before, List<Posting> postings) {
        Posting.Header first = postings.get(0).header();
        Posting.Header last = postings.get(postings.size() - 1).header();
        Contact contact = before.orElseGet(() -> of(first.member()));
        News fresh = News.of(first.version(), last.version());
        boolean waits = contact.news.isPresent() || contact.lease.isPresent();
        return new Contact(
                contact.member,
                Optional.of(
                        contact.news.map(news -> news.through(last.version())).orElse(fresh)),
                waits ? contact.dueAt : Optional.of(last.recordedAt()),
                contact.lease,
                contact.memory);
    }

    public Contact with(Optional<News> other) {
        return new Contact(member, other, dueAt, lease, memory);
    }

    /** To be looked at then. */
    public Contact dueAt(Optional<Instant> when) {
        return new Contact(member, news, when, lease, memory);
    }

    public Contact leasedTo(Optional<String> somebody) {
        return new Contact(member, news, dueAt, somebody, memory);
    }

    public Contact remembering(SortedMap<String, String> other) {
        return new Contact(member, news, dueAt, lease, other);
    }

    /** Whether nothing would be lost without it. */
    public boolean empty() {
        return news.isEmpty() && dueAt.isEmpty() && memory.isEmpty();
    }

    /**
     * Postings that follow each other, of which something is to be told.
     *
     * @param from version of the first
     * @param through version of the last
     * @param told how many events of the first have been told, or put aside
     * @param attempts how often the next one failed
     * @param channels those that have the next one, while others have not
     */
    public record News(long from, long through, int told, int attempts, Set<String> channels) {
        public News {
            channels = Set.copyOf(channels);
        }

        static News of(long from, long through) {
            return new News(from, through, 0, 0, Set.of());
        }

        News through(long last) {
            return new News(from, last, told, attempts, channels);
        }
    }
}
