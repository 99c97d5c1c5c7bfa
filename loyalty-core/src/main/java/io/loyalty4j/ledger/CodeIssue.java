package io.loyalty4j.ledger;

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
        long fresh = Math.min(more - revived, without);
        for (long i = 0; i < fresh && issued < MOST; i++) {
            session.circumstances()
                    .codes()
                    .hash(session.member(), session.requestId(), issued)
                    .ifPresent(hash -> issue(hash, voucher));
        }
    }

    private void issue(String hash, String voucher) {
        CodeCounter.issue(draft, hash, cause, voucher);
        draft.change(new Change.VoucherIssued(Voucher.reward(voucher), hash, issued, Voucher.until(voucher)));
        issued++;
    }
}
