package io.loyalty4j.ledger;

import java.util.Optional;

/** Gives the vouchers of one posting their codes, where there is a key. Of an order that is edited, the codes that were given with it before are good again. */
final class CodeIssue {
    /** A voucher beyond these has no code, and is redeemed by the reward's id. */
    private static final int MOST = 100;

    private final Session session;
    private final Draft draft;
    private final String cause;
    private int issued;

    CodeIssue(Session session, Draft draft, String cause) {
        this.session = session;
        this.draft = draft;
        this.cause = cause;
    }

    /**
     * Codes for some of one reward.
     *
     * @param voucher the counter that has them
     * @param given in all with what caused them
     * @param more that have come to those that were there
     */
    void issue(String voucher, long given, long more) {
        long revived = CodeCounter.revive(draft, cause, voucher, more);
        long without = given - CodeCounter.count(draft, cause, voucher);
        for (long left = Math.min(more - revived, without); left > 0 && issue(voucher); left--) {
            issued++;
        }
    }

    private boolean issue(String voucher) {
        Optional<String> hash = issued < MOST
                ? session.circumstances().codes().hash(session.member(), session.requestId(), issued)
                : Optional.empty();
        hash.ifPresent(known -> {
            CodeCounter.issue(draft, known, cause, voucher);
            draft.change(new Change.VoucherIssued(Voucher.reward(voucher), known, issued, Voucher.until(voucher)));
        });
        return hash.isPresent();
    }
}
