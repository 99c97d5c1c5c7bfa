package io.loyalty4j.examples.shop;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Lot;
import java.util.List;

/** Points of one cause, with when they can be used and until when. */
record LotView(String source, String points, String state, String until) {
    static List<LotView> of(Account account, Till till) {
        return account.lots().stream()
                .filter(lot -> lot.remaining() > 0)
                .map(lot -> of(account, lot, till))
                .toList();
    }

    private static LotView of(Account account, Lot lot, Till till) {
        return new LotView(
                lot.terms().order().map(order -> "Order " + Ids.shown(order)).orElse("Starting balance"),
                Words.number(lot.remaining()),
                state(lot, till),
                account.lastDayOf(lot)
                        .map(Words::day)
                        .or(() -> lot.expires()
                                .map(end -> Words.day(
                                        end.minusMillis(1), till.program().zone())))
                        .orElse("a year after they can be used"));
    }

    private static String state(Lot lot, Till till) {
        if (lot.in(Bucket.PENDING) > 0) {
            return "from " + Words.day(lot.terms().activates(), till.program().zone());
        }
        return lot.in(Bucket.HELD) > 0 ? "now, " + Words.number(lot.in(Bucket.HELD)) + " of them reserved" : "now";
    }
}
