package io.loyalty4j.insight;

import io.loyalty4j.shop.LargestRemainder;
import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * What of a sale's price is for the goods, and what for the points that came with them, which are a material right of the customer and so a promise of their
 * own: in proportion to what each would cost alone. IFRS 15 paragraphs 74 and B39 to B43, with the figures of its Example 52; ASC 606-10-55-41 to 45.
 *
 * <p>{@code allocated = price x alone / sum of both alone}, in the price's smallest unit; the two add up to the price.
 *
 * @param goods revenue when they are handed over
 * @param points a liability until they are redeemed, see {@link Deferral}
 */
public record PriceAllocation(Money goods, Money points) {
    /**
     * Of a sale, or of all sales of a period together.
     *
     * @param price what was paid
     * @param goodsAlone what the goods cost without points; zero or more
     * @param given the points, what one is worth, and what share of them is expected to be redeemed: what they cost alone
     * @throws IllegalArgumentException if the currencies differ, an amount is below zero, or there is a price for what costs nothing alone
     */
    public static PriceAllocation of(Money price, Money goodsAlone, Liability given) {
        Money all = goodsAlone.plus(given.amount());
        Bounds.check(price.compareTo(Money.zero(price.currency().getCurrencyCode())) >= 0, "a price of " + price);
        Bounds.check(goodsAlone.amount().signum() >= 0, "goods at " + goodsAlone);
        Bounds.check(
                all.compareTo(new Money(BigDecimal.ZERO, price.currency())) > 0
                        || price.amount().signum() == 0,
                "a price of " + price + " for what costs nothing alone");
        List<BigDecimal> parts = LargestRemainder.spread(
                price.amount(),
                List.of(goodsAlone.amount(), given.amount().amount()),
                price.amount().scale());
        return new PriceAllocation(
                new Money(parts.get(0), price.currency()), new Money(parts.get(1), price.currency()));
    }
}
