package io.loyalty4j;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Hold;
import io.loyalty4j.ledger.Paid;
import io.loyalty4j.ledger.Piece;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.Offered;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.store.Allotments;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pieces of rewards of which there is an end. One that an order sets aside stays claimed as long as the order holds it; it is used for ever when it is bought,
 * and free again when it is let go.
 */
final class Stocks {
    private final LoyaltyStore store;
    private final Map<String, Long> pieces = new HashMap<>();

    Stocks(LoyaltyProgram program, LoyaltyStore store) {
        this.store = store;
        program.offered().stream()
                .flatMap(reward -> reward.stock().stream())
                .forEach(stock -> pieces.put(stock.name(), stock.pieces()));
    }

    /** Whether an order may take some. */
    boolean concern(Order order) {
        return !pieces.isEmpty()
                && !(order.redemptions().isEmpty() && order.vouchers().isEmpty());
    }

    /** Neither ids nor names have spaces. */
    static String claimant(MemberId member, Piece piece) {
        return member.value() + " " + piece.order() + " " + piece.id();
    }

    /** What is left of each. */
    Map<String, Long> left() {
        Map<String, Long> left = new HashMap<>();
        pieces.forEach((stock, all) -> left.put(stock, Math.max(0, all - store.taken(stock))));
        return left;
    }

    /** Uses what a commit has bought, and gives back what it let go. */
    void follow(Commit commit) {
        if (commit instanceof Commit.Applied applied) {
            settle(applied.postings().stream().flatMap(Stocks::bought), applied, 1);
            settle(applied.postings().stream().flatMap(Stocks::letGo), applied, 0);
        }
    }

    private void settle(Stream<Piece> some, Commit.Applied commit, long used) {
        MemberId member = commit.after().account().member();
        some.forEach(piece -> store.settle(piece.stock(), claimant(member, piece), used));
    }

    private static Stream<Piece> bought(Posting posting) {
        return posting.changes(Change.OrderSet.class)
                .flatMap(set -> set.delta().rewards().stream())
                .flatMap(paid -> paid.piece().stream());
    }

    private static Stream<Piece> letGo(Posting posting) {
        return posting.changes(Change.HoldClosed.class).flatMap(closed -> closed.piece().stream());
    }

    static boolean concerns(Allotments.Claim claim) {
        return Offered.Stock.is(claim.allotment());
    }

    /** Settles a claim that was left behind, by what has become of the piece; one that is set aside is claimed on until its end has been booked. */
    void look(Allotments.Claim claim, Instant now) {
        String[] words = claim.claimant().split(" ", 3);
        MemberId member = MemberId.of(words[0]);
        Piece piece = new Piece(claim.allotment(), words[1], words[2]);
        Account stored = store.find(member).orElseGet(() -> Account.of(member));
        if (in(stored.holds().stream().map(Hold::piece), piece)) {
            store.claim(claim.allotment(), claim.claimant(), 1, 1, now);
        } else {
            Stream<Paid> paid =
                    store.order(member, piece.order()).stream().flatMap(position -> position.rewards().stream());
            store.settle(claim.allotment(), claim.claimant(), in(paid.map(Paid::piece), piece) ? 1 : 0);
        }
    }

    private static boolean in(Stream<Optional<Piece>> pieces, Piece one) {
        return pieces.flatMap(Optional::stream).toList().contains(one);
    }
}
