package io.loyalty4j.shop;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Brings points back that have lapsed, no longer ago than the program's {@code reinstatableFor(..)}, and gives them a new last day. They pay debt first.
 *
 * <p>{@code Reinstatement.of(order, "case-4714").through("2027-03-31").by("agent-12").because("strike")}
 *
 * @param id of the case, the shop's own, unique per member
 * @param of the name of what gave the points, as {@link Command#subject()} says it
 * @param lastDayText as it was written; {@link #lastDay()} reads it
 */
public record Reinstatement(
        @NotNull MemberId member,
        @Identifier String id,

        @Pattern(regexp = "[\\x21-\\x7E]{1,400}", message = "must be a command that gives points")
        String of,

        @Day String lastDayText,
        @Identifier String actor,
        @Label String reason)
        implements StaffCommand {

    /** Of the points that a command gave: an order, an activity, an adjustment, an opening balance. Who, why and until when is to be said too. */
    public static Reinstatement of(Command command, String id) {
        return new Reinstatement(command.member(), id, command.subject().orElse(""), "", "", "");
    }

    public Reinstatement through(String lastDay) {
        return new Reinstatement(member, id, of, lastDay, actor, reason);
    }

    public Reinstatement by(String person) {
        return new Reinstatement(member, id, of, lastDayText, person, reason);
    }

    public Reinstatement because(String code) {
        return new Reinstatement(member, id, of, lastDayText, actor, code);
    }

    /** The last day on which the points are good; empty if what was written is none. */
    public Optional<LocalDate> lastDay() {
        return Days.of(lastDayText);
    }

    @Override
    public Optional<String> subject() {
        return Optional.of(of);
    }

    @Override
    public String requestId() {
        return RequestIds.of("reinstate", id);
    }

    @Override
    public SortedMap<String, String> facts() {
        return new Facts()
                .put("reinstate", id)
                .put("of", of)
                .put("last-day", lastDay())
                .put("actor", actor)
                .put("reason", reason)
                .sorted();
    }

    static Reinstatement of(MemberId member, FactsReader facts) {
        return new Reinstatement(
                member,
                facts.text("reinstate"),
                facts.text("of"),
                facts.text("last-day"),
                facts.text("actor"),
                facts.text("reason"));
    }
}
