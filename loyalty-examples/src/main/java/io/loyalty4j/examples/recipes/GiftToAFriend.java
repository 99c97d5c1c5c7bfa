package io.loyalty4j.examples.recipes;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.shop.Window.YEAR;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Transfer;
import java.io.PrintStream;
import java.time.Period;

/** Points as a gift to another member: within a limit, after a time, and with the last day they had. */
public final class GiftToAFriend {
    private static final MemberId ANA = MemberId.of("ana");
    private static final MemberId BEN = MemberId.of("ben");

    private final LoyaltyEngine loyalty;
    private final PrintStream out;

    private GiftToAFriend(LoyaltyEngine loyalty, PrintStream out) {
        this.loyalty = loyalty;
        this.out = out;
    }

    public static void main(String... args) {
        run(System.out);
    }

    static void run(PrintStream out) {
        LoyaltyProgram program = LoyaltyProgram.named("gifts")
                .currency("EUR")
                .zone("Europe/Rome")
                .earn("base", points(1).per("1.00"))
                .expiry(Expiry.after(Period.ofMonths(12)))
                .transfers(Transfers.upTo(500).per(YEAR).afterDays(14))
                .build();
        WallCalendar calendar = WallCalendar.on("2026-10-01");
        GiftToAFriend shop =
                new GiftToAFriend(LoyaltyEngine.builder(program).clock(calendar).build(), out);

        shop.buys(ANA, "A-1", "900.00");
        shop.sends("gift-1", 300);
        calendar.turnTo("2026-12-20");
        shop.sends("gift-1", 300);
        shop.sends("gift-1", 300);
        shop.sends("gift-2", 300);
        calendar.turnTo("2027-01-02");
        shop.sends("gift-2", 300);
        shop.sends("gift-3", 200);
        shop.shows(ANA);
        shop.shows(BEN);
    }

    private void buys(MemberId member, String order, String price) {
        loyalty.purchase(Order.of(member, order).currency("EUR").line(OrderLine.of("coat", price)));
        out.println(member + " buys a coat, and has " + loyalty.account(member).available() + " points");
    }

    private void sends(String gift, long points) {
        Outcome outcome = loyalty.execute(Transfer.of(ANA, gift, points).to(BEN));
        String answer = outcome.refusal().map(Object::toString).orElse("sent");
        out.println(gift + " of " + points + " points: " + answer);
        out.println("  ana has " + loyalty.account(ANA).available() + " left");
    }

    private void shows(MemberId member) {
        Account account = loyalty.account(member);
        out.println(member + " has, by last day, " + account.pointsEnding(Period.ZERO));
        loyalty.journal(member).statement().forEach(line -> out.println("  " + line.points() + " " + line.text()));
    }
}
