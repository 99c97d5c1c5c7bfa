package io.loyalty4j.laws;

import io.loyalty4j.ledger.Hold;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.EarnOnPointsPaid;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What earns on each line of an order: discounts and rewards spread by largest remainder, reckoned in whole units. */
final class NaiveBasket {
    private static final int MICRO = 6;

    private NaiveBasket() {}

    /**
     * The order as the rules see it at its purchase.
     *
     * @param held what it holds for rewards: each is worth what it was when it was held
     */
    static Basket bought(ProgramSpec program, Order order, List<Hold> held, String tier, boolean first) {
        List<BigDecimal> amounts = new ArrayList<>();
        List<OrderLine> lines = order.lines().stream()
                .sorted(Comparator.comparing(OrderLine::id))
                .toList();
        lines.forEach(line -> amounts.add(line.amount()));
        take(amounts, order.discount(), all(amounts), program);
        List<BigDecimal> left = new ArrayList<>(amounts);
        List<Boolean> counted =
                lines.stream().map(line -> counts(program, line)).toList();
        List<Hold> holds = new ArrayList<>(held);
        for (Order.Redemption redemption : order.redemptions()) {
            take(left, worth(program, redemption.reward(), holds), counted, program);
        }
        boolean onPoints = program.policy(EarnOnPointsPaid.class) == EarnOnPointsPaid.YES;
        List<Basket.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            if (counted.get(i)) {
                OrderLine line = lines.get(i);
                BigDecimal basis = (onPoints ? amounts : left).get(i);
                pieces.add(new Basket.Piece(line.id(), line.quantity(), basis, line.categories()));
            }
        }
        return new Basket(List.copyOf(pieces), tier, first);
    }

    private static BigDecimal worth(ProgramSpec program, String id, List<Hold> holds) {
        Optional<Hold> hold =
                holds.stream().filter(each -> each.reward().equals(id)).findFirst();
        hold.ifPresent(holds::remove);
        return hold.map(held -> held.benefit().amount())
                .orElseGet(() -> program.rewards().stream()
                        .filter(reward -> reward.id().equals(id))
                        .map(reward -> new BigDecimal(reward.worth()))
                        .findFirst()
                        .orElseThrow());
    }

    private static boolean counts(ProgramSpec program, OrderLine line) {
        Basket.Piece piece = new Basket.Piece(line.id(), line.quantity(), line.amount(), line.categories());
        Basket alone = new Basket(List.of(piece), "", false);
        return program.excluded().filter(term -> term.holds(alone, piece)).isEmpty();
    }

    private static List<Boolean> all(List<BigDecimal> amounts) {
        return amounts.stream().map(amount -> true).toList();
    }

    /** Takes a total off the amounts that take part, each in proportion, in the finest unit in use. */
    private static void take(
            List<BigDecimal> amounts, BigDecimal total, List<Boolean> takingPart, ProgramSpec program) {
        int scale = Math.max(currency(program), total.stripTrailingZeros().scale());
        BigInteger sum = BigInteger.ZERO;
        List<BigInteger> weights = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            BigDecimal weight = takingPart.get(i) ? amounts.get(i) : BigDecimal.ZERO;
            scale = Math.max(scale, weight.stripTrailingZeros().scale());
            weights.add(weight.movePointRight(MICRO).toBigIntegerExact());
            sum = sum.add(weights.get(i));
        }
        if (sum.signum() == 0) {
            return;
        }
        BigInteger units = total.movePointRight(scale).toBigIntegerExact();
        BigInteger missing = units;
        List<BigInteger> parts = new ArrayList<>();
        List<BigInteger> rests = new ArrayList<>();
        for (BigInteger weight : weights) {
            BigInteger[] part = units.multiply(weight).divideAndRemainder(sum);
            parts.add(part[0]);
            rests.add(part[1]);
            missing = missing.subtract(part[0]);
        }
        for (int left = missing.intValueExact(); left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < rests.size(); i++) {
                largest = rests.get(i).compareTo(rests.get(largest)) > 0 ? i : largest;
            }
            parts.set(largest, parts.get(largest).add(BigInteger.ONE));
            rests.set(largest, BigInteger.ONE.negate());
        }
        for (int i = 0; i < parts.size(); i++) {
            amounts.set(i, amounts.get(i).subtract(new BigDecimal(parts.get(i), scale)));
        }
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
