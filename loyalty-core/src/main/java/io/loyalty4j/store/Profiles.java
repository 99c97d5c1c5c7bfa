package io.loyalty4j.store;

import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.util.Optional;

/** What is known of members beside the journal. */
public interface Profiles {
    Optional<Member> profile(MemberId member);

    /**
     * Writes a profile if the one that is there is still the one that was seen, whole; of many who have seen the same, one writes.
     *
     * @param seen empty if there was none
     * @return whether it was written
     */
    boolean replace(Optional<Member> seen, Member next);

    /** Deletes a member's profile; nothing happens where there is none. */
    void delete(MemberId member);
}
