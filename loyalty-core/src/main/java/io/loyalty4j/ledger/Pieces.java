package io.loyalty4j.ledger;

import io.loyalty4j.reward.Offered;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Pieces of rewards that all members share: an order takes one only where it was claimed for it. */
record Pieces(Session session, Draft draft, String order, Pricing pricing) {
    /**
     * The one that a reward would take; empty if there is no end of it. Its name is drawn, so that no other attempt at the same order claims the same.
     *
     * @param index of the reward among those of the order
     */
    Optional<Piece> of(Optional<Offered> reward, int index) {
        String id = session.circumstances().chance() + "/" + index;
        return reward.flatMap(Offered::stock).map(stock -> new Piece(stock.name(), order, id));
    }

    /** Why it cannot be taken; empty if it can. */
    Optional<Refusal> refusal(String reward, Piece piece) {
        return left(piece) < 1 ? Optional.of(new RewardRefusal.OutOfStock(reward)) : Optional.empty();
    }

    /** Of a piece that was not asked for, as many as it likes: whoever claims them sees to it that none is taken unclaimed. A quote is told how many are left. */
    private long left(Piece piece) {
        Map<String, Long> grants = session.circumstances().grants().orElse(Map.of());
        Long own = grants.get(piece.key());
        Long all = grants.get(piece.stock());
        return own != null ? own : all != null ? all + letGo(piece) - bought(piece) : Long.MAX_VALUE;
    }

    private long letGo(Piece like) {
        return held(session.state().account().holds().stream(), like)
                .filter(piece -> held(draft.holds().stream(), like).noneMatch(piece::equals))
                .filter(piece -> paid(like).noneMatch(piece::equals))
                .count();
    }

    private long bought(Piece like) {
        return paid(like).filter(piece -> piece.word().equals(like.word())).count();
    }

    private Stream<Piece> paid(Piece like) {
        return pricing.paid().stream().flatMap(paid -> paid.piece().stream()).filter(like::sameStock);
    }

    private Stream<Piece> held(Stream<Hold> holds, Piece like) {
        return holds.flatMap(hold -> hold.piece().stream()).filter(like::sameStock);
    }

    /** Takes it, or sets it aside. */
    void take(Piece piece, Offered reward) {
        reward.stock().ifPresent(stock -> draft.change(new Change.PieceTaken(piece, stock.pieces())));
    }
}
