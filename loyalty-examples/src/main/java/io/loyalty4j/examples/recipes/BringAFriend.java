package io.loyalty4j.examples.recipes;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.examples.programs.Friends;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Referral;
import java.io.PrintStream;
import java.util.List;

/** A referral: the friend's code, what both get and when, and who brings nobody. */
public final class BringAFriend {
    private static final MemberId ANA = MemberId.of("ana");
    private static final MemberId BEN = MemberId.of("ben");

    private BringAFriend() {}

    public static void main(String... args) {
        run(System.out);
    }

    static void run(PrintStream out) {
        WallCalendar calendar = WallCalendar.on("2026-10-01");
        LoyaltyEngine loyalty =
                LoyaltyEngine.builder(Friends.program()).clock(calendar).build();

        String code = loyalty.execute(Referral.invite(ANA)).receipt().code().orElseThrow();
        out.println("Ana's code has " + code.length() + " letters, and is the same however often she asks: "
                + loyalty.execute(Referral.invite(ANA))
                        .receipt()
                        .code()
                        .orElseThrow()
                        .equals(code));

        out.println("Who comes by it?");
        answer(out, "  Ana herself: ", loyalty.execute(Referral.accept(ANA, code)));
        answer(out, "  Ben with a typing error: ", loyalty.execute(Referral.accept(BEN, code + "x")));
        answer(out, "  Ben: ", loyalty.execute(Referral.accept(BEN, code)));
        answer(out, "  Ben, through Cara too: ", loyalty.execute(Referral.accept(BEN, MemberId.of("cara"))));

        calendar.turnTo("2026-10-03");
        loyalty.purchase(order("B-1", "12.00"));
        show(out, "Ben's first order is under 25 EUR", loyalty);
        calendar.turnTo("2026-10-05");
        loyalty.purchase(order("B-2", "40.00"));
        show(out, "Ben's second order is not", loyalty);
        calendar.turnTo("2026-11-05");
        loyalty.runDue(calendar.instant());
        show(out, "A month later it can no longer be returned", loyalty);
        out.println("Ana's statement:");
        loyalty.journal(ANA).statement().forEach(line -> out.println("  " + line.text() + " " + line.why()));
    }

    private static Order order(String id, String price) {
        return Order.of(BEN, id).currency("EUR").line(OrderLine.of("book", price));
    }

    private static void answer(PrintStream out, String who, Outcome outcome) {
        out.println(who + outcome.refusal().map(Object::toString).orElse("accepted"));
    }

    private static void show(PrintStream out, String when, LoyaltyEngine loyalty) {
        out.println(when + ":");
        for (MemberId member : List.of(ANA, BEN)) {
            Account account = loyalty.account(member);
            out.println(
                    "  " + member + " has " + account.available() + " points, and " + account.pending() + " to come");
        }
    }
}
