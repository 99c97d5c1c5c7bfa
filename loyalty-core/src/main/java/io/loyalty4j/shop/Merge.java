package io.loyalty4j.shop;

import jakarta.validation.constraints.NotNull;
import java.util.SortedMap;

/**
 * Two accounts of one person become one: everything the member has, and owes, goes to another account, and the member's own is closed for good, and its profile deleted. What comes back
 * of the orders they bought before is still booked under the old member, and is passed on; where only pending points are taken back
 * ({@link Policy.ClawBack#PENDING_ONLY}), nothing is, for they have gone over. The other account keeps the date at which its member came.
 *
 * <p>{@code loyalty.execute(Merge.of(oldCard, "case-9").into(ana).by("agent-12").because("two cards"));}
 *
 * @param member whose account is given up
 * @param id the shop's own, unique per member
 * @param into whose account has it all then, not the member's
 * @param actor who has decided it
 */
@ConsistentMerge
public record Merge(
        @NotNull MemberId member,
        @Identifier String id,
        @NotNull MemberId into,
        @Identifier String actor,
        @Label String reason)
        implements StaffCommand {
    /** The first half: whose account is given up. */
    public static Offer of(MemberId member, String id) {
        return new Offer(member, id);
    }

    /** Who has decided it, by an id of the shop's; needed. */
    public Merge by(String person) {
        return new Merge(member, id, into, person, reason);
    }

    /** Why; needed. */
    public Merge because(String why) {
        return new Merge(member, id, into, actor, why);
    }

    @Override
    public String requestId() {
        return RequestIds.of("merge", id);
    }

    @Override
    public SortedMap<String, String> facts() {
        return new Facts()
                .put("merge", id)
                .put("into", into.value())
                .put("by", actor)
                .put("because", reason)
                .sorted();
    }

    static Merge of(MemberId member, FactsReader facts) {
        return new Merge(
                member, facts.text("merge"), MemberId.of(facts.text("into")), facts.text("by"), facts.text("because"));
    }

    /** A merge that does not say yet into which account. */
    public record Offer(MemberId member, String id) {
        public Merge into(MemberId other) {
            return new Merge(member, id, other, "", "");
        }
    }

    /**
     * What arrives at the other account; the engine sends it by itself.
     *
     * @param member who has it now
     * @param from whose it was
     * @param number of the posting that sent it
     * @param hops accounts that have passed it on
     */
    public record Inheritance(MemberId member, MemberId from, long number, Estate estate, int hops) implements Command {
        @Override
        public String requestId() {
            return RequestIds.of("merged", from.value(), Long.toString(number));
        }

        @Override
        public SortedMap<String, String> facts() {
            Facts facts = new Facts()
                    .put("from", from.value())
                    .put("number", Long.toString(number))
                    .put("hops", Integer.toString(hops));
            estate.collect(facts);
            return facts.sorted();
        }

        static Inheritance of(MemberId member, FactsReader facts) {
            return new Inheritance(
                    member, MemberId.of(facts.text("from")), facts.number("number"), EstateReader.read(facts), (int)
                            facts.number("hops"));
        }
    }
}
