package io.loyalty4j.examples.replay;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Journal.Verification;
import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code verify} says of every account: whether its journal, folded, gives the account, with every law of the ledger kept.
 *
 * @param findings of the accounts that are not sound, with the member's id
 */
record Verdict(int accounts, int sound, List<String> findings) {
    static Verdict on(LoyaltyEngine loyalty, Iterable<MemberId> everybody) {
        int accounts = 0;
        int sound = 0;
        List<String> findings = new ArrayList<>();
        for (MemberId member : everybody) {
            Verification verification = loyalty.journal(member).verify();
            accounts++;
            sound += verification.sound() ? 1 : 0;
            verification.findings().forEach(finding -> findings.add(member + ": " + finding));
        }
        return new Verdict(accounts, sound, findings);
    }

    boolean allSound() {
        return sound == accounts;
    }

    Section section() {
        List<String> lines = new ArrayList<>();
        lines.add("  " + Figures.of(sound) + " of " + Figures.of(accounts) + " accounts are sound");
        findings.stream().limit(SkippedLines.KEPT).forEach(finding -> lines.add("  " + finding));
        return new Section("Verify", lines);
    }
}
