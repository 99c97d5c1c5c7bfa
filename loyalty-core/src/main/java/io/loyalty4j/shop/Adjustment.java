package io.loyalty4j.shop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Points that a person of the shop gives or takes, within the program's {@code adjustments(..)}. Points given are available at once and live as long as
 * others; points taken come from available ones, and not more than there are. What a charity was paid ({@link Donation#payout}) has no other cap than that.
 *
 * <p>{@code Adjustment.add(ana, "case-4711", 200).by("agent-12").because("late-delivery")}
 *
 * @param id of the case, the shop's own, unique per member
 * @param points 1 to 10^15, whichever way they go
 */
public record Adjustment(
        @NotNull MemberId member,
        @Identifier String id,
        @NotNull Direction direction,
        @Min(1) @Max(Adjustment.MOST_POINTS) long points,
        @Identifier String actor,
        @Label String reason)
        implements StaffCommand {
    static final long MOST_POINTS = 1_000_000_000_000_000L;

    /** Who gives them and why is to be said too. */
    public static Adjustment add(MemberId member, String id, long points) {
        return new Adjustment(member, id, Direction.ADD, points, "", "");
    }

    /** Who takes them and why is to be said too. */
    public static Adjustment deduct(MemberId member, String id, long points) {
        return new Adjustment(member, id, Direction.DEDUCT, points, "", "");
    }

    public Adjustment by(String person) {
        return new Adjustment(member, id, direction, points, person, reason);
    }

    public Adjustment because(String code) {
        return new Adjustment(member, id, direction, points, actor, code);
    }

    @Override
    public Optional<String> subject() {
        return Optional.of("~" + requestId());
    }

    @Override
    public String requestId() {
        return RequestIds.of("adjust", id);
    }

    @Override
    public SortedMap<String, String> facts() {
        return new Facts()
                .put("adjustment", id)
                .put("direction", direction.name())
                .put("points", Long.toString(points))
                .put("actor", actor)
                .put("reason", reason)
                .sorted();
    }

    static Adjustment of(MemberId member, FactsReader facts) {
        return new Adjustment(
                member,
                facts.text("adjustment"),
                Direction.valueOf(facts.text("direction")),
                facts.number("points"),
                facts.text("actor"),
                facts.text("reason"));
    }

    /** Undoes it: points given go the way of a return, points taken come back with the expiry they had. Who and why is to be said too. */
    public Reversal reversal() {
        return new Reversal(member, id, "", "");
    }

    /** Whether points are given or taken. */
    public enum Direction {
        ADD,
        DEDUCT
    }

    /**
     * The undoing of an adjustment; one that has not come yet is undone when it comes.
     *
     * @param id of the adjustment
     */
    public record Reversal(
            @NotNull MemberId member,
            @Identifier String id,
            @Identifier String actor,
            @Label String reason) implements StaffCommand {
        public Reversal by(String person) {
            return new Reversal(member, id, person, reason);
        }

        public Reversal because(String code) {
            return new Reversal(member, id, actor, code);
        }

        @Override
        public Optional<String> subject() {
            return Optional.of("~" + RequestIds.of("adjust", id));
        }

        @Override
        public String requestId() {
            return RequestIds.of("reverse", id);
        }

        @Override
        public SortedMap<String, String> facts() {
            return new Facts()
                    .put("reverse", id)
                    .put("actor", actor)
                    .put("reason", reason)
                    .sorted();
        }

        static Reversal of(MemberId member, FactsReader facts) {
            return new Reversal(member, facts.text("reverse"), facts.text("actor"), facts.text("reason"));
        }
    }
}
