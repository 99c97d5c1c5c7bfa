package io.loyalty4j.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * An order from basket to return: the same value is quoted, reserved, purchased and cancelled, and says itself what it redeems.
 * As a command it is the purchase, dated {@code placedAt} (the time of booking where that is left out).
 *
 * @param id the shop's own; one purchase per member and id
 * @param currency ISO 4217, mandatory where there are lines
 * @param discount off the order as a whole, spread over its lines in proportion to their amounts
 */
@ConsistentOrder
public record Order(
        @NotNull MemberId member,
        @Identifier String id,
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
                member, id, Optional.empty(), Optional.empty(), List.of(), BigDecimal.ZERO, List.of(), Map.of());
    }

    public Order currency(String code) {
        return new Order(member, id, Optional.of(code), placedAt, lines, discount, redemptions, attributes);
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

    /** The same order with its lines listed as some ids are; lines that these do not name stand behind. */
    public Order listing(List<String> lineIds) {
        Map<String, Integer> places = new HashMap<>();
        lineIds.forEach(id -> places.putIfAbsent(id, places.size()));
        List<OrderLine> listed = new ArrayList<>(lines);
        listed.sort(Comparator.comparingInt(line -> places.getOrDefault(line.id(), Integer.MAX_VALUE)));
        return withLines(Collections.unmodifiableList(listed));
    }

    private Order withLines(List<OrderLine> all) {
        return new Order(member, id, currency, placedAt, all, discount, redemptions, attributes);
    }

    /** Takes an amount off the order as a whole. */
    public Order less(String amount) {
        return less(Decimals.parsed(amount));
    }

    public Order less(BigDecimal amount) {
        return new Order(member, id, currency, placedAt, lines, amount, redemptions, attributes);
    }

    /** Pays with a reward of the program. */
    public Order redeem(String reward) {
        return withRedemptions(Copies.plus(redemptions, new Redemption(reward)));
    }

    public Order redeemAll(Collection<String> rewards) {
        List<Redemption> all = new ArrayList<>(redemptions);
        rewards.forEach(reward -> all.add(new Redemption(reward)));
        return withRedemptions(Collections.unmodifiableList(all));
    }

    /** The same order paying with none: reserved, it lets go of what it held. */
    public Order withoutRewards() {
        return withRedemptions(List.of());
    }

    private Order withRedemptions(List<Redemption> all) {
        return new Order(member, id, currency, placedAt, lines, discount, all, attributes);
    }

    /** A fact about the order that rules may ask for: channel, store, a segment the shop computed. No personal data: the journal keeps it. */
    public Order with(String attribute, String value) {
        return new Order(
                member,
                id,
                currency,
                placedAt,
                lines,
                discount,
                redemptions,
                Copies.plus(attributes, attribute, value));
    }

    public Order at(Instant placed) {
        return new Order(member, id, currency, Optional.of(placed), lines, discount, redemptions, attributes);
    }

    public Reservation reservation() {
        return new Reservation(this);
    }

    public Cancellation cancellation() {
        return new Cancellation(member, id);
    }

    @Override
    public Optional<String> subject() {
        return Optional.of(id);
    }

    /** {@code order/A-1001@1}: the number after {@code @} is the order's revision, of which there is one so far. */
    @Override
    public String requestId() {
        return RequestIds.of("order", id) + "@1";
    }

    @Override
    public SortedMap<String, String> facts() {
        Facts facts = new Facts()
                .put("order", id)
                .put("currency", currency)
                .put("placed-at", placedAt)
                .amount("discount", discount);
        lines.forEach(line -> line.collect(facts));
        for (int i = 0; i < redemptions.size(); i++) {
            facts.put("redeem." + i, redemptions.get(i).reward());
        }
        return facts.all("with.", attributes).sorted();
    }

    static Order of(MemberId member, FactsReader facts) {
        return new Order(
                member,
                facts.text("order"),
                facts.optional("currency"),
                facts.optionalInstant("placed-at"),
                facts.listed("line.").stream()
                        .map(line -> OrderLine.of(line, facts.of("line.", line)))
                        .toList(),
                facts.amount("discount"),
                IntStream.range(0, facts.all("redeem.").size())
                        .mapToObj(i -> new Redemption(facts.text("redeem." + i)))
                        .toList(),
                facts.all("with."));
    }

    /** A reward the order pays with, by its id in the program. */
    public record Redemption(@Identifier String reward) {}

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

    /** Undoes the order, held or paid, and is remembered where it comes before its order. */
    public record Cancellation(
            @NotNull MemberId member, @Identifier String order) implements Command {
        @Override
        public Optional<String> subject() {
            return Optional.of(order);
        }

        @Override
        public String requestId() {
            return RequestIds.of("cancel", order) + "@1";
        }

        @Override
        public SortedMap<String, String> facts() {
            return new Facts().put("cancels", order).sorted();
        }

        static Cancellation of(MemberId member, FactsReader facts) {
            return new Cancellation(member, facts.text("cancels"));
        }
    }
}
