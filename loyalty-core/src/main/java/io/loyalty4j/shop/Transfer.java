package io.loyalty4j.shop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Points that a member sends to another, where the program allows it. They leave at once, and arrive by a posting of the receiver's own that names the same id;
 * what cannot be taken there comes back by itself. Nothing lapses later than it would have at the sender's.
 *
 * <p>{@code loyalty.execute(Transfer.of(ana, "gift-88", 300).to(ben));}
 *
 * @param member the sender
 * @param id the shop's own, unique per sender
 * @param to the receiver, not the sender
 * @param points 1 to 10^15
 */
@ConsistentTransfer
public record Transfer(
        @NotNull MemberId member,
        @Identifier String id,
        @NotNull MemberId to,
        @Min(1) @Max(Transfer.MOST) long points) implements Command {
    static final long MOST = 1_000_000_000_000_000L;

    /** The first half: who sends how much. */
    public static Offer of(MemberId from, String id, long points) {
        return new Offer(from, id, points);
    }

    @Override
    public Optional<String> subject() {
        return Optional.of("~" + requestId());
    }

    @Override
    public String requestId() {
        return RequestIds.of("transfer", id);
    }

    @Override
    public SortedMap<String, String> facts() {
        return new Facts()
                .put("transfer", id)
                .put("to", to.value())
                .put("points", Long.toString(points))
                .sorted();
    }

    static Transfer of(MemberId member, FactsReader facts) {
        return new Transfer(member, facts.text("transfer"), MemberId.of(facts.text("to")), facts.number("points"));
    }

    /** A transfer that does not say yet to whom. */
    public record Offer(MemberId from, String id, long points) {
        public Transfer to(MemberId receiver) {
            return new Transfer(from, id, receiver, points);
        }
    }

    /**
     * What arrives at the receiver's; the engine sends it by itself.
     *
     * @param member the receiver
     * @param parts one for each instant at which points lapse
     * @param at when they were sent
     */
    public record Delivery(MemberId member, MemberId sender, String id, List<Part> parts, Instant at)
            implements Command {
        public Delivery {
            parts = List.copyOf(parts);
        }

        public long points() {
            return parts.stream().mapToLong(Part::points).reduce(0, Math::addExact);
        }

        @Override
        public String requestId() {
            return RequestIds.of("transferred", sender.value(), id);
        }

        @Override
        public SortedMap<String, String> facts() {
            Facts facts = new Facts()
                    .put("transferred", id)
                    .put("sender", sender.value())
                    .put("at", Optional.of(at));
            Part.put(facts, parts);
            return facts.sorted();
        }

        static Delivery of(MemberId member, FactsReader facts) {
            List<Part> parts = facts.numbered("part.").stream()
                    .map(text -> Part.read(text.split(" ")))
                    .toList();
            return new Delivery(
                    member, MemberId.of(facts.text("sender")), facts.text("transferred"), parts, facts.instant("at"));
        }
    }

    /**
     * Points that lapse together.
     *
     * @param lapses the first instant at which they have lapsed; empty if never
     * @param redated whether some of them have been given grace after a return, which happens once
     */
    public record Part(long points, Optional<Instant> lapses, boolean redated) {
        private static final String NEVER = "never";
        private static final String REDATED = "redated";

        static void put(Facts facts, List<Part> parts) {
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                String until =
                        part.lapses.map(at -> Long.toString(at.toEpochMilli())).orElse(NEVER);
                facts.put("part." + i, part.points + " " + until + (part.redated ? " " + REDATED : ""));
            }
        }

        static Part read(String... words) {
            Optional<Instant> lapses = words[1].equals(NEVER)
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(Long.parseLong(words[1])));
            return new Part(Long.parseLong(words[0]), lapses, words.length > 2);
        }
    }

    /**
     * What could not be taken comes back; the engine sends it by itself.
     *
     * @param member the sender of the transfer
     * @param why the code of the receiver's refusal
     */
    public record Bounce(MemberId member, MemberId receiver, String id, String why) implements Command {
        @Override
        public Optional<String> subject() {
            return Optional.of("~" + RequestIds.of("transfer", id));
        }

        @Override
        public String requestId() {
            return RequestIds.of("transfer-back", id);
        }

        @Override
        public SortedMap<String, String> facts() {
            return new Facts()
                    .put("transfer-back", id)
                    .put("receiver", receiver.value())
                    .put("why", why)
                    .sorted();
        }

        static Bounce of(MemberId member, FactsReader facts) {
            return new Bounce(
                    member, MemberId.of(facts.text("receiver")), facts.text("transfer-back"), facts.text("why"));
        }
    }
}
