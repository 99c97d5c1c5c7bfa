package io.loyalty4j.ledger;

import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.MemberId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How vouchers come to codes, and whether codes are taken.
 *
 * @param key that makes them; if there is none, vouchers have none
 * @param issued hashes of the codes that there were when it happened before, by their numbers
 * @param refused whether no code is taken, since too many were wrong
 */
public record Codes(Optional<VoucherKey> key, Map<Integer, String> issued, boolean refused) {
    static final Codes NONE = new Codes(Optional.empty(), Map.of(), false);

    public Codes {
        issued = Map.copyOf(issued);
    }

    public static Codes by(Optional<VoucherKey> key) {
        return new Codes(key, Map.of(), false);
    }

    /** The same codes once more, without the key. */
    static Codes of(Posting posting) {
        return new Codes(
                Optional.empty(),
                posting.changes(Change.VoucherIssued.class)
                        .collect(Collectors.toMap(
                                Change.VoucherIssued::n, Change.VoucherIssued::hash, (one, other) -> one)),
                false);
    }

    /** While none is taken. */
    public Codes refusing() {
        return new Codes(key, issued, true);
    }

    /** The hash of a member's code; empty if the voucher is to have none. */
    Optional<String> hash(MemberId member, String requestId, int n) {
        return key.map(secret -> secret.code(member, requestId, n).hash()).or(() -> Optional.ofNullable(issued.get(n)));
    }
}
