package io.loyalty4j.jdbc;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of the journal in the order of its key: a condition on member and version, and what its question marks stand for.
 *
 * @param ofOneMember otherwise all that comes behind, by member
 */
record Section(boolean ofOneMember, String condition, List<Object> values) {
    /** The whole journal. */
    static final Section ALL = behind("", 0);

    /** A member's behind a version. */
    static Section of(MemberId member, long version) {
        return new Section(true, "member = ? and version > ?", List.of(member.value(), version));
    }

    /** All behind a posting: the rest of its member's, and those of all members that come after. */
    static Section behind(Posting posting) {
        return behind(posting.header().member().value(), posting.header().version());
    }

    private static Section behind(String member, long version) {
        return new Section(false, "member >= ? and (member > ? or version > ?)", List.of(member, member, version));
    }

    /** As far as a posting, which is in it. */
    Section through(Posting last) {
        String member = last.header().member().value();
        long version = last.header().version();
        return ofOneMember
                ? and("version <= ?", List.of(version))
                : and("member <= ? and (member < ? or version <= ?)", List.of(member, member, version));
    }

    /** Its values, and those of what follows the condition. */
    List<Object> with(Object... more) {
        return Stream.concat(values.stream(), Stream.of(more)).toList();
    }

    private Section and(String more, List<Object> others) {
        return new Section(ofOneMember, condition + " and " + more, with(others.toArray()));
    }
}
