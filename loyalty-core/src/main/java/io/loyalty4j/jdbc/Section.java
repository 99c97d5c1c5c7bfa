package io.loyalty4j.jdbc;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import java.util.List;
import java.util.Optional;

/**
 * Which postings are read next, in the order of their key. Conditions are such that an index finds their rows, however long an account is: an {@code or} over the
 * member and the version would read an account from its beginning for every page.
 *
 * @param member whose postings behind a version, or behind whom
 * @param version 0 for all
 */
record Section(Extent extent, String member, long version) {
    /** The whole journal. */
    static final Section ALL = new Section(Extent.MEMBERS_BEHIND, "", 0);

    /** How far it reaches. */
    enum Extent {
        /** The rest of one member's. */
        MEMBER,
        /** The same, and then those of all members behind. */
        MEMBER_FIRST,
        /** Those of all members behind. */
        MEMBERS_BEHIND
    }

    /** A member's behind a version. */
    static Section of(MemberId member, long version) {
        return new Section(Extent.MEMBER, member.value(), version);
    }

    Condition condition() {
        return extent == Extent.MEMBERS_BEHIND
                ? new Condition("member > ?", List.of(member))
                : new Condition("member = ? and version > ?", List.of(member, version));
    }

    /** The same as far as a posting, which is in it, in parts that come one after the other. */
    List<Condition> through(Posting last) {
        String end = last.header().member().value();
        long through = last.header().version();
        return extent == Extent.MEMBERS_BEHIND
                ? List.of(
                        new Condition("member > ? and member < ?", List.of(member, end)),
                        new Condition("member = ? and version <= ?", List.of(end, through)))
                : List.of(new Condition(
                        "member = ? and version > ? and version <= ?", List.of(member, version, through)));
    }

    /**
     * What comes behind it.
     *
     * @param page what it had
     * @param limit how many it could have had at most
     */
    Optional<Section> next(List<Posting> page, int limit) {
        if (page.size() == limit) {
            Posting.Header last = page.get(limit - 1).header();
            Extent rest = extent == Extent.MEMBER ? Extent.MEMBER : Extent.MEMBER_FIRST;
            return Optional.of(new Section(rest, last.member().value(), last.version()));
        }
        return extent == Extent.MEMBER_FIRST
                ? Optional.of(new Section(Extent.MEMBERS_BEHIND, member, 0))
                : Optional.empty();
    }

    /**
     * Part of a statement.
     *
     * @param values of its question marks
     */
    record Condition(String text, List<Object> values) {}
}
