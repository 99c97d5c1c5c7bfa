package io.loyalty4j.shop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The same points for many members, one adjustment each under the grant's id: sent again it books what is missing, and a member who is listed twice has
 * them once. Its cap and the program's {@code approvedAbove} hold for all of it together, before anything is booked.
 *
 * <p>{@code BulkGrant.of("outage-7", 50).to(members).atMost(100_000).by("agent-12").because("outage")}
 *
 * @param id as of an {@link Adjustment}
 * @param points for each member
 * @param most points that it may come to in all
 */
public record BulkGrant(
        @Identifier String id,
        @Min(1) @Max(Adjustment.MOST_POINTS) long points,
        @NotEmpty @Size(max = BulkGrant.MOST_MEMBERS) List<@NotNull MemberId> members,
        @Min(1) @Max(Adjustment.MOST_POINTS) long most,
        @Identifier String actor,
        @Identifier String reason) {
    static final int MOST_MEMBERS = 1_000_000;

    /** Whom, how much at most, who and why is to be said too. */
    public static BulkGrant of(String id, long points) {
        return new BulkGrant(id, points, List.of(), 0, "", "");
    }

    /** Instead of those who were named before. */
    public BulkGrant to(Collection<MemberId> all) {
        return new BulkGrant(id, points, Copies.of(all), most, actor, reason);
    }

    /** A cap on all of it, to find a typing error in the points or in the list before it costs something. */
    public BulkGrant atMost(long totalPoints) {
        return new BulkGrant(id, points, members, totalPoints, actor, reason);
    }

    public BulkGrant by(String person) {
        return new BulkGrant(id, points, members, most, person, reason);
    }

    public BulkGrant because(String code) {
        return new BulkGrant(id, points, members, most, actor, code);
    }

    /** Whom it is for, each once, in the order of the list. */
    public Set<MemberId> each() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }

    /** What one member is given. */
    public Adjustment to(MemberId one) {
        return Adjustment.add(one, id, points).by(actor).because(reason);
    }

    /**
     * What became of it, or would.
     *
     * @param members who have the points, from an earlier try too
     * @param points that they have been given in all
     * @param refused who have them not, and why
     * @param stopped why nothing was booked at all; empty if it was not stopped
     */
    public record Report(int members, long points, Map<MemberId, Refusal> refused, Optional<Refusal> stopped) {
        public Report {
            refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
        }

        /** Whether it comes to more than its own cap. */
        public boolean overTheCap() {
            return stopped.filter(Refusal.LimitReached.class::isInstance).isPresent();
        }
    }
}
