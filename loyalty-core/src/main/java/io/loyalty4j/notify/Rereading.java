package io.loyalty4j.notify;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.LoyaltyException.CorruptAccountException;
import io.loyalty4j.shop.LoyaltyException.UnreadableCommandException;
import io.loyalty4j.shop.MemberId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Events once more, from what waits for its time: those of postings are read off them again, so that nobody keeps a code. */
record Rereading(Desk desk, MemberId member) {
    /** As it happened; what a reminder gave comes behind it, and was booked at the same instant, if not later. */
    Comparator<LoyaltyEvent> inTime() {
        return Comparator.comparing(LoyaltyEvent::at)
                .thenComparing(event -> version(event.id()).isPresent())
                .thenComparing(event -> event.id().length())
                .thenComparing(LoyaltyEvent::id);
    }

    /** Empty if it cannot be read. */
    Optional<LoyaltyEvent> event(Waiting waiting) {
        return version(waiting.id()).isEmpty()
                ? EventText.event(member, waiting.kind(), waiting.facts())
                : events(waiting.id()).stream()
                        .flatMap(List::stream)
                        .filter(event -> event.id().equals(waiting.id()))
                        .findFirst();
    }

    /** Those of the posting that an id names, from the one it names; empty if they cannot be read. */
    Optional<List<LoyaltyEvent>> events(String id) {
        try {
            int n = Integer.parseInt(id.substring(id.lastIndexOf('/') + 1));
            return version(id)
                    .flatMap(version -> read(version))
                    .map(all -> all.subList(Math.min(n, all.size()), all.size()));
        } catch (CorruptAccountException | UnreadableCommandException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<List<LoyaltyEvent>> read(long version) {
        List<Posting> two = desk.postings(member, Math.max(1, version - 1), 2);
        return find(two, version).map(posting -> desk.reading().of(posting, find(two, version - 1)));
    }

    private static Optional<Posting> find(List<Posting> postings, long version) {
        return postings.stream()
                .filter(one -> one.header().version() == version)
                .findFirst();
    }

    /** The posting's, of an event that was read off one. */
    private Optional<Long> version(String id) {
        String rest = id.substring(Math.min(member.value().length() + 1, id.length()));
        return Optional.of(rest)
                .filter(path -> path.matches("\\d{1,18}/\\d{1,9}"))
                .map(path -> Long.parseLong(path.substring(0, path.indexOf('/'))));
    }
}
