package io.loyalty4j.examples.shop;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.OpeningBalance;
import java.time.LocalDate;

/** What customers bring on the shop's first day. Who is known already is left as they are. */
final class Opening {
    private static final String ID = "first-day";
    private static final long BENS_POINTS = 1_200;
    private static final long CHLOES_POINTS = 2_600;

    private Opening() {}

    static void of(LoyaltyEngine loyalty, LocalDate today) {
        for (Customer customer : Customer.ALL) {
            if (loyalty.account(customer.id()).version() == 0) {
                loyalty.enrol(Member.of(customer.id()).consentsTo("shop"));
            }
        }
        bring(
                loyalty,
                OpeningBalance.of(Customer.BEN.id(), ID).points(BENS_POINTS).spentThisPeriod("120.00"));
        String endOfYear = LocalDate.of(today.getYear(), 12, 31).toString();
        bring(
                loyalty,
                OpeningBalance.of(Customer.CHLOE.id(), ID).points(CHLOES_POINTS).tierThrough("GOLD", endOfYear));
    }

    private static void bring(LoyaltyEngine loyalty, OpeningBalance balance) {
        MemberId member = balance.member();
        if (loyalty.account(member).lots().isEmpty()
                && loyalty.journal(member).statement().isEmpty()) {
            loyalty.execute(balance);
        }
    }
}
