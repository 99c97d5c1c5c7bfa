package io.loyalty4j.store;

import io.loyalty4j.ledger.Fingerprint;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.MemberId;
import java.util.Optional;

/**
 * What an update is about.
 *
 * @param id of which there is one effect; empty where a state is set
 * @param fingerprint of the command, to be compared with the first one's
 * @param order whose position and lots the decision needs
 */
public record Request(MemberId member, Optional<String> id, Fingerprint fingerprint, Optional<String> order) {
    /** What the engine does by itself for a member. */
    public static Request of(MemberId member) {
        return new Request(member, Optional.empty(), new Fingerprint("", ""), Optional.empty());
    }

    /**
     * The answer to a repetition.
     *
     * @throws ConflictingRequestException if the first posting under the id had another content
     */
    public Commit replay(Posting first) {
        Optional<String> difference = first.header().fingerprint().difference(fingerprint);
        if (difference.isPresent()) {
            throw new ConflictingRequestException(first.header().requestId(), difference.get());
        }
        return new Commit.Replayed(first);
    }
}
