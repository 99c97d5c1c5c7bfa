package io.loyalty4j.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * An order from basket to return: the same value is quoted, reserved, purchased and cancelled, and says itself what it redeems.
 * As a command it is the purchase, dated {@code placedAt} (the time of booking where that is left out).
 *
 * @param id the shop's own; one purchase per member, id and revision
 * @param revision 1 for the order as it was first paid, one more with each edit of it
 * @param keepsHolds whether what it reserved and does not redeem yet stays reserved
 * @param currency ISO 4217, mandatory where there are lines
 * @param discount off the order as a whole, spread over its lines in proportion to their amounts
 */
@ConsistentOrder
public record Order(
        @NotNull MemberId member,
        @Identifier String id,
        @Min(1) @Max(1_000_000) int revision,
        boolean keepsHolds,
        Optional<@Pattern(regexp = "[A-Z]{3}", message = "must be a code of ISO 4217 such as USD") String> currency,
        Optional<Instant> placedAt,
        @Size(max = Order.MOST_LINES) List<@NotNull @Valid OrderLine> lines,
        @DecimalMin("0") @Digits(integer = 12, fraction = 6) BigDecimal discount,
        @Size(max = 10) List<@Valid Redemption> redemptions,
        Map<@Label String, @Label String> attributes)
        implements Command {
    static final int MOST_LINES = 10_000;

    public Order {
        Decimals.reckonable(discount);
        placedAt = placedAt.map(Instants::milliseconds);
    }

    public static Order of(MemberId member, String id) {
        return new Order(
                member,
                id,
                1,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                BigDecimal.ZERO,
                List.of(),
                Map.of());
    }

    public Order currency(String code) {
        return new Order(
                member,
                id,
                revision,
                keepsHolds,
                Optional.of(code),
                placedAt,
                lines,
                discount,
                redemptions,
                attributes);
    }

    public Order line(OrderLine line) {
        return withLines(Copies.plus(lines, line));
    }

    /** Adds all of them; the cheaper way for an order of many lines. */
    public Order lines(Collection<OrderLine> more) {
        List<OrderLine> all = new ArrayList<>(lines);
        all.addAll(more);
        return withLines(Collections.unmodifiableList(all));
    }

    private Order withLines(List<OrderLine> all) {
        return new Order(member, id, revision, keepsHolds, currency, placedAt, all, discount, redemptions, attributes);
    }

    /** Takes an amount off the order as a whole. */
    public Order less(String amount) {
        return less(Decimals.parsed(amount));
    }

    public Order less(BigDecimal amount) {
        return new Order(member, id, revision, keepsHolds, currency, placedAt, lines, amount, redemptions, attributes);
    }

    /** Pays with a reward of the program. */
    public Order redeem(String reward) {
        return redeem(reward, 0);
    }

    /**
     * Pays with so many points of a reward that leaves the choice: a payment, a menu.
     *
     * @param points above zero
     */
    public Order redeem(String reward, long points) {
        return withRedemptions(Copies.plus(redemptions, new Redemption(reward, points)));
    }

    public Order redeemAll(Collection<String> rewards) {
        List<Redemption> all = new ArrayList<>(redemptions);
        rewards.forEach(reward -> all.add(new Redemption(reward, 0)));
        return withRedemptions(Collections.unmodifiableList(all));
    }

    /** The same order paying with none: reserved, it lets go of what it held. */
    public Order withoutRewards() {
        return withRedemptions(List.of());
    }

    private Order withRedemptions(List<Redemption> all) {
        return new Order(member, id, revision, keepsHolds, currency, placedAt, lines, discount, all, attributes);
    }

    /**
     * The order as it stands after an edit, all of it: lines were added, removed or changed, or it was paid anew after it was cancelled. It keeps the day, the
     * tier and the number of earlier orders of the first one, and what has come back of its lines; points are made good or taken back.
     *
     * @param number one more than that of the last edit; an older one that comes late is refused
     */
    public Order revision(int number) {
        return new Order(member, id, number, keepsHolds, currency, placedAt, lines, discount, redemptions, attributes);
    }

    /** A part of an order is paid and sent: what it reserved and does not redeem yet stays reserved for a later revision. */
    public Order keepingHolds() {
        return new Order(member, id, revision, true, currency, placedAt, lines, discount, redemptions, attributes);
    }

    /** A fact about the order that rules may ask for: channel, store, a segment the shop computed. No personal data: the journal keeps it. */
    public Order with(String attribute, String value) {
        return new Order(
                member,
                id,
                revision,
                keepsHolds,
                currency,
                placedAt,
                lines,
                discount,
                redemptions,
                Copies.plus(attributes, attribute, value));
    }

    public Order at(Instant placed) {
        return new Order(
                member,
                id,
                revision,
                keepsHolds,
                currency,
                Optional.of(placed),
                lines,
                discount,
                redemptions,
                attributes);
    }

    public Reservation reservation() {
        return new Reservation(this);
    }

    public Cancellation cancellation() {
        return new Cancellation(member, id, revision);
    }

    /** Says that the goods have been handed over: points that waited for it become usable, as the program says. */
    public Fulfilment fulfilment() {
        return new Fulfilment(member, id);
    }

    @Override
    public Optional<String> subject() {
        return Optional.of(id);
    }

    /** {@code order/A-1001@1}: the number after {@code @} is the order's revision. */
    @Override
    public String requestId() {
        return RequestIds.of("order", id) + "@" + revision;
    }

    @Override
    public SortedMap<String, String> facts() {
        Facts facts = new Facts()
                .put("order", id)
                .put("revision", Optional.of(revision).filter(number -> number > 1))
                .put("keeps-holds", Optional.of(keepsHolds).filter(kept -> kept))
                .put("currency", currency)
                .put("placed-at", placedAt)
                .amount("discount", discount);
        lines.forEach(line -> line.collect(facts));
        for (int i = 0; i < redemptions.size(); i++) {
            facts.put("redeem." + i, redemptions.get(i).said());
        }
        return facts.all("with.", attributes).sorted();
    }

    static Order of(MemberId member, FactsReader facts) {
        return new Order(
                member,
                facts.text("order"),
                facts.revision(),
                facts.has("keeps-holds"),
                facts.optional("currency"),
                facts.optionalInstant("placed-at"),
                facts.listed("line.").stream()
                        .map(line -> OrderLine.of(line, facts.of("line.", line)))
                        .toList(),
                facts.amount("discount"),
                IntStream.range(0, facts.all("redeem.").size())
                        .mapToObj(i -> Redemption.read(facts.text("redeem." + i)))
                        .toList(),
                facts.all("with."));
    }

    /**
     * A reward the order pays with, by its id in the program.
     *
     * @param points how many where the reward leaves the choice; zero for its own price
     */
    public record Redemption(
            @Identifier String reward, @Min(0) long points) {
        /** No id has a space. */
        String said() {
            return points == 0 ? reward : reward + " " + points;
        }

        static Redemption read(String said) {
            String[] words = said.split(" ", 2);
            return new Redemption(words[0], words.length == 1 ? 0 : Long.parseLong(words[1]));
        }
    }

    /** Asks that the order hold exactly what it redeems, no more and no less; idempotent by that state. */
    public record Reservation(@Valid Order order) implements Command {
        @Override
        public MemberId member() {
            return order.member();
        }

        @Override
        public Optional<String> subject() {
            return Optional.of(order.id());
        }

        @Override
        public String requestId() {
            return RequestIds.of("reserve", order.id());
        }

        @Override
        public SortedMap<String, String> facts() {
            return order.facts();
        }

        static Reservation of(MemberId member, FactsReader facts) {
            return new Reservation(Order.of(member, facts));
        }
    }

    /**
     * Undoes the order, held or paid, and is remembered where it comes before its order.
     *
     * @param revision the last one that it undoes; a later one pays the order anew
     */
    public record Cancellation(
            @NotNull MemberId member,
            @Identifier String order,
            @Min(1) @Max(1_000_000) int revision) implements Command {
        @Override
        public Optional<String> subject() {
            return Optional.of(order);
        }

        @Override
        public String requestId() {
            return RequestIds.of("cancel", order) + "@" + revision;
        }

        @Override
        public SortedMap<String, String> facts() {
            return new Facts()
                    .put("cancels", order)
                    .put("revision", Optional.of(revision).filter(number -> number > 1))
                    .sorted();
        }

        static Cancellation of(MemberId member, FactsReader facts) {
            return new Cancellation(member, facts.text("cancels"), facts.revision());
        }
    }

    /** The goods were handed over; remembered where it comes before its order. */
    public record Fulfilment(
            @NotNull MemberId member, @Identifier String order) implements Command {
        @Override
        public Optional<String> subject() {
            return Optional.of(order);
        }

        @Override
        public String requestId() {
            return RequestIds.of("fulfilment", order);
        }

        @Override
        public SortedMap<String, String> facts() {
            return new Facts().put("fulfils", order).sorted();
        }

        static Fulfilment of(MemberId member, FactsReader facts) {
            return new Fulfilment(member, facts.text("fulfils"));
        }
    }
}
