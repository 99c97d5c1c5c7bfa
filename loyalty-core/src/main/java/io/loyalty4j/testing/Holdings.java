package io.loyalty4j.testing;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** What a member has, in words. */
final class Holdings {
    private static final int MOST_LOTS = 12;

    private Holdings() {}

    /** Lines of a report, each lot one, of many the first twelve. */
    static List<String> lots(Account account) {
        List<String> lines = new ArrayList<>(List.of(account.lots().isEmpty() ? "lots: none" : "lots:"));
        account.lots().stream().limit(MOST_LOTS).forEach(lot -> lines.add("  " + text(lot, account)));
        if (account.lots().size() > MOST_LOTS) {
            lines.add("  and " + (account.lots().size() - MOST_LOTS) + " more");
        }
        return lines;
    }

    /** A member's balances and tier in a line. */
    static String text(World world, MemberId member) {
        Account account = world.account(member);
        return "available " + account.available() + ", pending " + account.pending() + ", held " + account.held()
                + ", debt " + account.debt() + tier(Seeing.tier(account));
    }

    private static String tier(String tier) {
        return tier.isEmpty() ? "" : ", tier " + tier;
    }

    /** An open lot in a line. */
    static String text(Lot lot, Account account) {
        StringJoiner buckets = new StringJoiner(", ", lot.source() + ": ", "");
        for (Bucket bucket : List.of(Bucket.PENDING, Bucket.AVAILABLE, Bucket.HELD)) {
            if (lot.in(bucket) > 0) {
                buckets.add(lot.in(bucket) + " " + bucket.name().toLowerCase(Locale.ROOT));
            }
        }
        return buckets + account.lastDayOf(lot).map(day -> ", through " + day).orElse("");
    }
}
