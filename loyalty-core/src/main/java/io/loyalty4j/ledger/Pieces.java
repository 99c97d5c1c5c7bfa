package io.loyalty4j.ledger;

import io.loyalty4j.reward.Offered;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Pieces of rewards that all members share: an order takes one only where it was claimed for it. */
final class Pieces {
    private final Session session;
    private final Draft draft;
    private final String order;
    private long taken;

    Pieces(Session session, Draft draft, String order) {
        this.session = session;
        this.draft = draft;
        this.order = order;
    }

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
        return own != null ? own : all != null ? all - taken + given(piece.stock()) : Long.MAX_VALUE;
    }

    /** Those that the order held, and has let go. */
    private long given(String stock) {
        return held(session.state().account().holds().stream(), stock) - held(draft.holds().stream(), stock);
    }

    private long held(Stream<Hold> holds, String stock) {
        return holds.filter(hold -> hold.order().equals(order))
                .flatMap(hold -> hold.piece().stream())
                .filter(piece -> piece.stock().equals(stock))
                .count();
    }

    /** Takes it, or sets it aside. */
    void take(Piece piece, Offered reward) {
        reward.stock().ifPresent(stock -> draft.change(new Change.PieceTaken(piece, stock.pieces())));
        taken++;
    }
}
