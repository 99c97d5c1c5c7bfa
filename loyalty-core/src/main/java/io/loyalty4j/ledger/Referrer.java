package io.loyalty4j.ledger;

import io.loyalty4j.shop.MemberId;
import java.util.Optional;
import java.util.Set;

/**
 * Who brought a friend.
 *
 * @param person behind the member, if the shop said
 * @param before who brought the referrer, and who brought those, and so on
 */
public record Referrer(MemberId member, Optional<String> person, Set<MemberId> before) {
    public Referrer {
        before = Set.copyOf(before);
    }
}
