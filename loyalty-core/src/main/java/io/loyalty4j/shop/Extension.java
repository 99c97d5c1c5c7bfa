package io.loyalty4j.shop;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Gives points a later last day, before they lapse. An earlier day than they have is refused.
 *
 * <p>{@code Extension.of(order, "case-4714").through("2027-03-31").by("agent-12").because("strike")}
 *
 * @param id of the case, the shop's own, unique per member
 * @param of the name of what gave the points, as {@link Command#subject()} says it
 * @param lastDayText as it was written; {@link #lastDay()} reads it
 */
public record Extension(
        @NotNull MemberId member,
        @Identifier String id,

        @Pattern(regexp = "[\\x21-\\x7E]{1,400}", message = "must be a command that gives points")
        String of,

        @Day String lastDayText,
        @Identifier String actor,
        @Label String reason)
        implements StaffCommand {

    /** Of the points that a command gave: an order, an activity, an adjustment, an opening balance. Who, why and until when is to be said too. */
    public static Extension of(Command command, String id) {
        return new Extension(command.member(), id, command.subject().orElse(""), "", "", "");
    }

    public Extension through(String lastDay) {
        return new Extension(member, id, of, lastDay, actor, reason);
    }

    public Extension by(String person) {
        return new Extension(member, id, of, lastDayText, person, reason);
    }

    public Extension because(String code) {
        return new Extension(member, id, of, lastDayText, actor, code);
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
        return RequestIds.of("extend", id);
    }

    @Override
    public SortedMap<String, String> facts() {
        return new Facts()
                .put("extend", id)
                .put("of", of)
                .put("last-day", lastDay())
                .put("actor", actor)
                .put("reason", reason)
                .sorted();
    }

    static Extension of(MemberId member, FactsReader facts) {
        return new Extension(
                member,
                facts.text("extend"),
                facts.text("of"),
                facts.text("last-day"),
                facts.text("actor"),
                facts.text("reason"));
    }
}
