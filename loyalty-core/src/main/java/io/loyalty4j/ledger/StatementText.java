package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.PENDING;
import static io.loyalty4j.ledger.Bucket.REDEEMED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a posting did, in a few words for the member. */
final class StatementText {
    private static final String EARNED = "earned";
    private static final Map<String, String> NOT_EARNED = Map.of(
            Adjusting.RULE, "given by the shop",
            Arriving.RULE, "received from another member",
            Opening.RULE, "brought along");

    private StatementText() {}

    static String of(Posting posting) {
        return posting.header().member().charity() ? CharityText.of(posting) : ofMember(posting);
    }

    private static String ofMember(Posting posting) {
        Receipt receipt = new Receipt(posting);
        List<String> parts = new ArrayList<>();
        add(parts, receipt.earned(), given(posting));
        add(parts, posting.moved(ISSUED, PENDING), "of them not usable yet");
        add(parts, posting.moved(PENDING, AVAILABLE), "became usable");
        add(parts, posting.moved(AVAILABLE, HELD) - posting.moved(HELD, REDEEMED), "reserved");
        add(parts, receipt.redeemed(), "redeemed");
        add(parts, posting.moved(HELD, AVAILABLE), "no longer reserved");
        add(parts, receipt.restored(), "given back");
        add(parts, receipt.revoked(), "taken back");
        add(parts, posting.moved(Bucket.DEBT, Bucket.REVOKED), "of them owed");
        add(parts, receipt.transferred(), "sent to another member");
        add(parts, posting.moved(Bucket.TRANSFERRED, AVAILABLE), "sent and come back");
        add(parts, posting.moved(AVAILABLE, EXPIRED), "expired");
        add(parts, posting.moved(EXPIRED, AVAILABLE), "brought back after they expired");
        add(parts, posting.moved(AVAILABLE, Bucket.DEBT), "paid a debt");
        parts.addAll(ofTiers(posting));
        receipt.vouchers().stream()
                .collect(Collectors.groupingBy(IssuedVoucher::reward, TreeMap::new, Collectors.counting()))
                .forEach((reward, count) -> add(parts, count, "with a code for " + reward));
        String subject =
                posting.header().order().map(order -> "order " + order + ": ").orElse("");
        return subject + String.join(", ", parts);
    }

    /** How points were come by: a gift, or what the shop puts right, was not earned. */
    private static String given(Posting posting) {
        return posting.awards().stream()
                .map(award -> NOT_EARNED.getOrDefault(award.rule(), EARNED))
                .findFirst()
                .orElse(EARNED);
    }

    /** What people of the shop did to the tier. */
    static List<String> ofTiers(Posting posting) {
        List<String> parts = new ArrayList<>();
        posting.changes(Change.TierGranted.class)
                .forEach(granted -> parts.add("given the tier " + granted.tier()
                        + granted.lastDay().map(day -> " through " + day).orElse("")));
        posting.changes(Change.TierWithdrawn.class).forEach(withdrawn -> parts.add("a given tier withdrawn"));
        return parts;
    }

    static void add(List<String> parts, long points, String what) {
        if (points > 0) {
            parts.add(points + " " + what);
        }
    }
}
