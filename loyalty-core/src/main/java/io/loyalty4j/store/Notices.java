package io.loyalty4j.store;

import io.loyalty4j.shop.MemberId;
import java.util.List;

/** What was put aside instead of being told. */
public interface Notices {
    /** Those in a state, the oldest first; of one instant in the order of members and ids. A store should read no more than these. */
    List<Notice> notices(Notice.State state, int limit);

    /** How many are in a state. */
    long count(Notice.State state);

    /** Writes one, in place of one with the same member and id if there is one. */
    void put(Notice notice);

    /** Deletes one, by member and id; nothing happens if it is gone. */
    void remove(Notice notice);

    /** Deletes all of a member, and what they were told: they are to be forgotten. */
    void forget(MemberId member);
}
