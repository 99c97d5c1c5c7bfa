package io.loyalty4j.examples.shop;

import static io.loyalty4j.ledger.Bucket.AVAILABLE;
import static io.loyalty4j.ledger.Bucket.DEBT;
import static io.loyalty4j.ledger.Bucket.EXPIRED;
import static io.loyalty4j.ledger.Bucket.HELD;
import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.PENDING;
import static io.loyalty4j.ledger.Bucket.REDEEMED;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Receipt;
import java.util.ArrayList;
import java.util.List;

/** What a posting did to a member's points, in the words of the shop. */
final class Moves {
    private final List<String> said = new ArrayList<>();

    private Moves() {}

    static List<String> of(Posting posting) {
        Receipt receipt = new Receipt(posting);
        long later = posting.moved(ISSUED, PENDING);
        Moves moves = new Moves();
        moves.add("earned", receipt.earned() - later);
        moves.add("earned-later", later);
        moves.add("activated", posting.moved(PENDING, AVAILABLE));
        moves.add("reserved", posting.moved(AVAILABLE, HELD) - posting.moved(HELD, REDEEMED));
        moves.add("redeemed", receipt.redeemed());
        moves.add("released", posting.moved(HELD, AVAILABLE));
        moves.add("restored", receipt.restored());
        moves.add("revoked", receipt.revoked());
        moves.add("expired", posting.moved(AVAILABLE, EXPIRED));
        moves.add("debt-paid", posting.moved(AVAILABLE, DEBT));
        receipt.vouchers().forEach(voucher -> moves.said.add(Words.name(voucher.reward())));
        return moves.said;
    }

    private void add(String how, long points) {
        if (points > 0) {
            said.add(Words.moved(how, points));
        }
    }
}
