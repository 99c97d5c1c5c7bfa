package io.loyalty4j.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What comes back of an order: pieces of its lines, or money off its price for goods that stay (a reduction afterwards), or both. It may arrive before its
 * order, twice, or ask for more than was bought: quantities are clamped and the surplus is reported in the receipt.
 *
 * @param id of this return, the shop's own, unique in its order
 * @param amount of money off, in the order's currency, spread over its lines in proportion to what they cost
 */
@ConsistentRefund
public record Refund(
        @NotNull MemberId member,
        @Identifier String order,
        @Identifier String id,
        Optional<@DecimalMin(value = "0", inclusive = false) @Digits(integer = 12, fraction = 6) BigDecimal> amount,
        @Size(max = Order.MOST_LINES) List<@Valid ReturnedLine> lines)
        implements Command {
    private static final long MOST_PIECES = 1_000_000_000;

    public Refund {
        amount.ifPresent(Decimals::reckonable);
    }

    /** A return of something of {@code order}, of which only the member and the id are read. */
    public static Refund of(Order order, String id) {
        return new Refund(order.member(), order.id(), id, Optional.empty(), List.of());
    }

    /** That many pieces of a line come back. */
    public Refund line(String lineId, int quantity) {
        return new Refund(member, order, id, amount, Copies.plus(lines, new ReturnedLine(lineId, quantity)));
    }

    /** Money comes back without goods: the price is reduced afterwards. */
    public Refund amount(String money) {
        return amount(Decimals.parsed(money));
    }

    public Refund amount(BigDecimal money) {
        return new Refund(member, order, id, Optional.of(money), lines);
    }

    /** Pieces asked back in two returns together; no more than a thousand million, for no order has as many. */
    public static int together(int pieces, int more) {
        return (int) Math.min(MOST_PIECES, (long) pieces + more);
    }

    /** Pieces asked back by line; a line named twice is added up. */
    public Map<String, Integer> quantities() {
        Map<String, Integer> quantities = new TreeMap<>();
        lines.forEach(line -> quantities.merge(line.id(), line.quantity(), Refund::together));
        return quantities;
    }

    @Override
    public Optional<String> subject() {
        return Optional.of(order);
    }

    @Override
    public String requestId() {
        return RequestIds.of("refund", order, id);
    }

    @Override
    public SortedMap<String, String> facts() {
        Facts facts = new Facts().put("refund", id).put("order", order);
        amount.ifPresent(money -> facts.amount("amount", money));
        quantities().forEach((line, quantity) -> facts.put("line." + line, quantity.toString()));
        return facts.sorted();
    }

    static Refund of(MemberId member, FactsReader facts) {
        List<ReturnedLine> lines = new ArrayList<>();
        facts.all("line.").forEach((line, pieces) -> lines.add(new ReturnedLine(line, Integer.parseInt(pieces))));
        return new Refund(
                member,
                facts.text("order"),
                facts.text("refund"),
                facts.optional("amount").map(BigDecimal::new),
                List.copyOf(lines));
    }

    /** Pieces of one line. */
    public record ReturnedLine(
            @Identifier String id, @Min(1) @Max(1_000_000) int quantity) {}
}
