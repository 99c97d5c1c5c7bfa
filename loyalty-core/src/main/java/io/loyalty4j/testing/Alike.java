package io.loyalty4j.testing;

import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Fingerprint;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What tells two of a kind apart, and amounts by their value alone: a store may write 20.00 as 20. */
final class Alike {
    private Alike() {}

    /** Its place, its hash, which is over all of it, and the command's text, of which the hash has a digest alone. */
    static String digest(Posting posting) {
        Posting.Header header = posting.header();
        return header.member() + " " + header.version() + " " + header.requestId() + " " + posting.hash() + " "
                + header.fingerprint().text();
    }

    static String digest(Message message) {
        return message.id() + " " + message.command().requestId() + " "
                + Fingerprint.of(message.command()).text();
    }

    /** By the hash of a posting that would say all of it. */
    static String digest(Optional<OrderPosition> position) {
        return position.map(known -> new Posting(
                                header(known),
                                List.of(),
                                List.of(),
                                List.of(new Change.OrderSet(delta(known))),
                                new Posting.Balances(0, 0, 0, 0),
                                "",
                                "")
                        .hash())
                .orElse("none");
    }

    private static Posting.Header header(OrderPosition position) {
        MemberId member = position.member();
        return new Posting.Header(
                member,
                1,
                Posting.Kind.COMMAND,
                "",
                new Fingerprint("", ""),
                Optional.of(position.order()),
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                Optional.empty());
    }

    private static OrderPosition.Delta delta(OrderPosition all) {
        return new OrderPosition.Delta(
                all.order(),
                all.state(),
                all.revision(),
                all.occurredAt(),
                all.lines(),
                all.terms(),
                all.reserved(),
                all.asked(),
                all.fulfilled(),
                all.rewards(),
                all.tally(),
                all.stakes(),
                Map.of(),
                0);
    }

    /** The orders whose position a posting moves. */
    static Stream<String> orders(Posting posting) {
        return posting.changes(Change.OrderSet.class).map(set -> set.delta().order());
    }
}
