package io.loyalty4j.examples.recipes;

import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import java.io.PrintStream;

/** Quick start: a program of two rules and one reward, and what a checkout does with it. */
public final class QuickStart {
    private QuickStart() {}

    public static void main(String... args) {
        run(System.out);
    }

    static void run(PrintStream out) {
        LoyaltyProgram program = LoyaltyProgram.named("corner-shop")
                .currency("USD")
                .zone("America/New_York")
                .earn("base", points(1).per("1.00"))
                .earn("fragrance-week", multiplier(2).on(category("fragrance")))
                .reward("cash-10", discount("10.00").costs(500))
                .build();
        LoyaltyEngine loyalty = LoyaltyEngine.of(program);
        MemberId ana = MemberId.of("ana");

        Order order = Order.of(ana, "A-1001")
                .currency("USD")
                .line(OrderLine.of("perfume", "140.00").times(2).category("fragrance"))
                .line(OrderLine.of("soap", "4.50"));
        Quote quote = loyalty.quote(order);
        out.println("The basket would earn " + quote.points() + " points, of which the soap " + quote.pointsOf("soap"));

        Receipt paid = loyalty.purchase(order).receipt();
        out.println("It is paid and has earned " + paid.earned() + " points:");
        paid.awards()
                .forEach(award -> out.println("  " + award.points() + " by " + award.rule() + " on "
                        + award.line().orElse("the order") + ": " + award.why()));
        Receipt again = loyalty.purchase(order).receipt();
        out.println("Sent a second time it has earned the same " + again.earned() + ", and " + ana + " has "
                + loyalty.account(ana).available());

        Order next = Order.of(ana, "A-1002")
                .currency("USD")
                .line(OrderLine.of("candle", "32.00"))
                .redeem("cash-10");
        Quote cheaper = loyalty.quote(next);
        out.println("The next order takes " + cheaper.discount() + " off, and leaves " + cheaper.toPay() + " to pay");
        loyalty.purchase(next);
        Outcome greedy = loyalty.purchase(Order.of(ana, "A-1003")
                .currency("USD")
                .line(OrderLine.of("comb", "12.00"))
                .redeem("cash-10"));
        greedy.refusal().ifPresent(why -> out.println("A third cannot have it too: " + why));
        loyalty.refund(Refund.of(order, "rma-7").line("perfume", 1));

        out.println("Statement of " + ana + ":");
        Journal journal = loyalty.journal(ana);
        journal.statement()
                .forEach(line -> out.println("  " + line.points() + " -> " + line.available() + "  " + line.text()));
        out.println("The books are sound: " + journal.verify().sound());
    }
}
