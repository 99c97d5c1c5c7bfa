package io.loyalty4j.laws;

import io.loyalty4j.ledger.Hold;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.reward.Benefit;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.EarnOnPointsPaid;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What earns on each line of an order: discounts and rewards spread by largest remainder, reckoned in whole units. */
final class NaiveBasket {
    private NaiveBasket() {}

    /**
     * The order as the rules see it at its purchase.
     *
     * @param held what it holds for rewards: each is worth what it was when it was held
     */
    static Basket bought(ProgramSpec program, Order order, List<Hold> held, String tier, boolean first) {
        NaivePrices prices = prices(program, order, held);
        List<BigDecimal> basis = prices.basis(program.policy(EarnOnPointsPaid.class) == EarnOnPointsPaid.YES);
        List<Basket.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < basis.size(); i++) {
            OrderLine line = prices.lines().get(i);
            if (prices.counts(line)) {
                pieces.add(new Basket.Piece(line.id(), line.quantity(), basis.get(i), line.categories()));
            }
        }
        return new Basket(List.copyOf(pieces), tier, first);
    }

    /** What counts for tiers: what points pay is spent, too. */
    static BigDecimal spend(ProgramSpec program, Order order, List<Hold> held) {
        return prices(program, order, held).basis(true).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The order's price, with its rewards taken off. */
    private static NaivePrices prices(ProgramSpec program, Order order, List<Hold> held) {
        NaivePrices prices = new NaivePrices(order, line -> counts(program, line), currency(program));
        List<Hold> holds = new ArrayList<>(held);
        for (Order.Redemption redemption : order.redemptions()) {
            Optional<RewardSpec> reward = program.rewards().stream()
                    .filter(each -> each.id().equals(redemption.reward()))
                    .findFirst();
            Predicate<OrderLine> goods =
                    line -> reward.filter(each -> !each.takesOff(line)).isEmpty();
            Optional<Hold> hold = holds.stream()
                    .filter(each -> each.reward().equals(redemption.reward()))
                    .findFirst();
            hold.ifPresent(holds::remove);
            BigDecimal left = prices.left(goods);
            Optional<Hold> enough = hold.filter(each -> each.points() >= redemption.points());
            BigDecimal off = enough.map(each -> agreed(each, redemption, left, currency(program)))
                    .orElseGet(() -> reward.orElseThrow().off(redemption.points(), left, currency(program)));
            boolean free = enough.map(each -> each.points() == 0)
                    .orElseGet(() -> reward.orElseThrow().free());
            prices.take(off, free, goods);
        }
        return prices;
    }

    private static BigDecimal agreed(Hold hold, Order.Redemption redemption, BigDecimal left, int decimals) {
        boolean whole = redemption.points() == 0 || hold.benefit().kind() != Benefit.Kind.PAYMENT;
        long asked = whole ? hold.points() : redemption.points();
        return RewardSpec.agreed(hold.benefit(), asked, hold.points(), left, decimals);
    }

    private static boolean counts(ProgramSpec program, OrderLine line) {
        Basket.Piece piece = new Basket.Piece(line.id(), line.quantity(), line.amount(), line.categories());
        Basket alone = new Basket(List.of(piece), "", false);
        return program.excluded().filter(term -> term.holds(alone, piece)).isEmpty();
    }

    private static int currency(ProgramSpec program) {
        return Currency.getInstance(program.currency()).getDefaultFractionDigits();
    }

    /** What is left of it, by the pieces that a position says have come back. */
    static Basket kept(ProgramSpec program, Basket bought, OrderPosition position) {
        List<Basket.Piece> pieces = bought.pieces().stream()
                .map(piece -> {
                    int back = position.lines().stream()
                            .filter(line -> line.id().equals(piece.id()))
                            .mapToInt(OrderPosition.Line::returned)
                            .sum();
                    return new Basket.Piece(
                            piece.id(),
                            piece.quantity() - back,
                            kept(piece, back, currency(program)),
                            Set.copyOf(piece.categories()));
                })
                .toList();
        return new Basket(pieces, bought.tier(), bought.first());
    }

    /** Half of a unit is rounded up: twice the exact value and one more, halved and cut. */
    private static BigDecimal kept(Basket.Piece piece, int back, int currency) {
        int scale = Math.max(currency, piece.basis().stripTrailingZeros().scale());
        BigInteger units = piece.basis().movePointRight(scale).toBigIntegerExact();
        BigInteger quantity = BigInteger.valueOf(piece.quantity());
        BigInteger twice = units.multiply(BigInteger.valueOf(back)).shiftLeft(1).add(quantity);
        return new BigDecimal(units.subtract(twice.divide(quantity.shiftLeft(1))), scale);
    }
}
