package io.loyalty4j.shop;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Something a member did that is not an order: a review, a sign-up, a visit.
 *
 * @param kind as the program's rules name it
 * @param id the shop's own, unique per member and kind
 * @param doneAt the time of booking where it is left out
 */
public record Activity(
        @NotNull MemberId member,
        @Identifier String kind,
        @Identifier String id,
        Map<@Label String, @Label String> attributes,
        Optional<Instant> doneAt)
        implements Command {

    public Activity {
        doneAt = doneAt.map(Instants::milliseconds);
    }

    public static Activity of(MemberId member, String kind, String id) {
        return new Activity(member, kind, id, Map.of(), Optional.empty());
    }

    /** Something done once in a member's life; the kind is its id. */
    public static Activity once(MemberId member, String kind) {
        return of(member, kind, kind);
    }

    public Activity with(String attribute, String value) {
        return new Activity(member, kind, id, Copies.plus(attributes, attribute, value), doneAt);
    }

    public Activity with(String attribute, long value) {
        return with(attribute, Long.toString(value));
    }

    public Activity at(Instant done) {
        return new Activity(member, kind, id, attributes, Optional.of(done));
    }

    @Override
    public Optional<String> subject() {
        return Optional.of("~" + requestId());
    }

    @Override
    public String requestId() {
        return RequestIds.of("activity", kind, id);
    }

    @Override
    public SortedMap<String, String> facts() {
        return new Facts()
                .put("activity", kind)
                .put("id", id)
                .put("done-at", doneAt)
                .all("with.", attributes)
                .sorted();
    }

    static Activity of(MemberId member, FactsReader facts) {
        return new Activity(
                member, facts.text("activity"), facts.text("id"), facts.all("with."), facts.optionalInstant("done-at"));
    }

    /** Says that it is undone: a review was deleted. What it gave goes the way of a return. */
    public Retraction retraction() {
        return new Retraction(member, kind, id);
    }

    /** The undoing of an activity; one that has not come yet is undone when it comes. */
    public record Retraction(
            @NotNull MemberId member,
            @Identifier String kind,
            @Identifier String id) implements Command {
        @Override
        public Optional<String> subject() {
            return Optional.of("~" + RequestIds.of("activity", kind, id));
        }

        @Override
        public String requestId() {
            return RequestIds.of("retract", kind, id);
        }

        @Override
        public SortedMap<String, String> facts() {
            return new Facts().put("retract", kind).put("id", id).sorted();
        }

        static Retraction of(MemberId member, FactsReader facts) {
            return new Retraction(member, facts.text("retract"), facts.text("id"));
        }
    }
}
