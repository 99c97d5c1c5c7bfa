package io.loyalty4j.examples.recipes;

import static io.loyalty4j.earn.Contribution.award;
import static io.loyalty4j.earn.Contribution.multiply;
import static io.loyalty4j.earn.Contribution.none;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.rule;
import static io.loyalty4j.shop.Window.MONTH;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.earn.Contribution;
import io.loyalty4j.earn.Formula;
import io.loyalty4j.earn.Occasion;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.io.PrintStream;

/** Rules that no catalogue has: one as a lambda, one as a record; both get limits, reasons and returns like any other. */
public final class RuleOfYourOwn {
    private RuleOfYourOwn() {}

    public static void main(String... args) {
        run(System.out);
    }

    /** Several articles of one brand, bought together, count double. */
    record WholeSet(String brand, int articles) implements Formula {
        @Override
        public Contribution contribute(Occasion occasion) {
            long found = occasion.lines().stream()
                    .filter(this::ofBrand)
                    .map(OrderLine::sku)
                    .distinct()
                    .count();
            return found < articles
                    ? none(found + " of " + articles + " articles of " + brand)
                    : multiply(2).onlyOn(this::ofBrand, brand).because("a whole set of " + brand);
        }

        private boolean ofBrand(OrderLine line) {
            return line.brand().filter(brand::equals).isPresent();
        }
    }

    static void run(PrintStream out) {
        LoyaltyProgram program = LoyaltyProgram.named("bath-shop")
                .currency("EUR")
                .zone("Europe/Lisbon")
                .earn("base", points(1).per("1.00"))
                .earn(
                        "own-bag",
                        rule(order -> order.attribute("bag").isPresent()
                                        ? award(5).because("a bag of your own")
                                        : none("no bag of your own"))
                                .atMostPoints(20)
                                .per(MONTH))
                .earn("whole-set", new WholeSet("Foam", 3))
                .build();
        LoyaltyEngine loyalty = LoyaltyEngine.of(program);

        Order two = Order.of(MemberId.of("ana"), "A-1")
                .currency("EUR")
                .line(OrderLine.of("shampoo", "12.00").brand("Foam"))
                .line(OrderLine.of("conditioner", "14.00").brand("Foam"))
                .line(OrderLine.of("towel", "25.00"));
        Order three = two.line(OrderLine.of("mask", "9.00").brand("Foam")).with("bag", "own");
        out.println(loyalty.quote(two).explain());
        out.println(loyalty.quote(three).explain());
    }
}
