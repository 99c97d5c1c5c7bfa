package io.loyalty4j.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A hold has its points from when it is placed until it is closed, once: captured in part it has fewer, never more; captured or freed it is never seen again. */
final class HoldAudit {
    private final Findings findings;
    private final Map<String, List<Map.Entry<String, Long>>> open = new HashMap<>();
    private final Set<String> closed = new HashSet<>();

    HoldAudit(Findings findings) {
        this.findings = findings;
    }

    /** Goes on from where an account stood. */
    void begin(Account account) {
        account.holds().forEach(hold -> open.put(hold.id(), parts(hold)));
    }

    void next(Posting posting, Account account) {
        for (Change change : posting.changes()) {
            if (change instanceof Change.HoldSet set) {
                set(set.hold());
            } else if (change instanceof Change.HoldClosed done) {
                findings.check(open.remove(done.hold()) != null, "the hold " + done.hold() + " was not open");
                closed.add(done.hold());
            }
        }
        findings.check(
                account.holds().size() == open.size(),
                open.size() + " holds are open, the account has "
                        + account.holds().size());
    }

    private void set(Hold hold) {
        List<Map.Entry<String, Long>> parts = parts(hold);
        List<Map.Entry<String, Long>> before = open.put(hold.id(), parts);
        findings.check(!closed.contains(hold.id()), "the hold " + hold.id() + " was closed before");
        findings.check(
                before == null || within(parts, before),
                "the hold " + hold.id() + " had " + before + " and has " + parts);
    }

    private static List<Map.Entry<String, Long>> parts(Hold hold) {
        return hold.parts().stream()
                .map(part -> Map.entry(part.lot(), part.points()))
                .toList();
    }

    private static boolean within(List<Map.Entry<String, Long>> parts, List<Map.Entry<String, Long>> before) {
        return parts.stream()
                .allMatch(part -> before.stream()
                        .anyMatch(had -> had.getKey().equals(part.getKey()) && had.getValue() >= part.getValue()));
    }
}
