package io.loyalty4j.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An order or activity as the model knows it: what was sold, what came back, and the points of both. */
final class Sale {
    final String name;
    Stage stage = Stage.EARLY_RETURN;
    boolean paid;
    Promise promise = Promise.NOTHING;
    /** What an activity gives; nothing of it is left when that is undone. */
    long whole;

    final List<Piece> pieces = new ArrayList<>();
    /** Pieces that were asked back, and were not there. */
    final Map<String, Integer> asked = new TreeMap<>();
    List<String> reserved = List.of();
    long reservedUntil;
    long issued;
    long due;
    long clawed;
    long redeemed;
    long restored;
    long owed;

    Sale(String name) {
        this.name = name;
    }

    Sale copy() {
        Sale copy = new Sale(name);
        copy.stage = stage;
        copy.paid = paid;
        copy.promise = promise;
        copy.whole = whole;
        pieces.forEach(piece -> copy.pieces.add(piece.copy()));
        copy.asked.putAll(asked);
        copy.reserved = reserved;
        copy.reservedUntil = reservedUntil;
        copy.issued = issued;
        copy.due = due;
        copy.clawed = clawed;
        copy.redeemed = redeemed;
        copy.restored = restored;
        copy.owed = owed;
        return copy;
    }

    boolean undone() {
        return stage == Stage.CANCELLED || stage == Stage.RETURNED;
    }

    boolean allBack() {
        return !pieces.isEmpty() && pieces.stream().allMatch(piece -> piece.back == piece.quantity);
    }

    /** What it deserves now. */
    long deserved() {
        return undone() ? 0 : whole + promise.points(pieces);
    }

    void ask(Map<String, Integer> more) {
        more.forEach((piece, count) -> asked.merge(piece, count, Integer::sum));
    }

    /** What was asked back comes back as far as it was bought; the rest stays asked. */
    void accept() {
        for (Piece piece : pieces) {
            int accepted = Math.min(asked.getOrDefault(piece.id, 0), piece.quantity - piece.back);
            piece.back += accepted;
            asked.computeIfPresent(piece.id, (id, count) -> count == accepted ? null : count - accepted);
        }
    }

    void nothingReserved() {
        reserved = List.of();
        reservedUntil = 0;
    }

    /** All its figures, to be compared. */
    String figures() {
        StringBuilder back = new StringBuilder();
        pieces.forEach(piece -> back.append(' ').append(piece.id).append('=').append(piece.back));
        return stage + " issued " + issued + " due " + due + " clawed " + clawed + " redeemed " + redeemed
                + " restored " + restored + " back" + back + " asked " + asked + " reserved " + reserved;
    }

    /** How far it has come. */
    enum Stage {
        EARLY_RETURN,
        HELD,
        PURCHASED,
        RETURNED,
        CANCELLED
    }

    /** One line. Amounts are in cents. */
    static final class Piece {
        final String id;
        final int quantity;
        final boolean doubled;
        final long amount;
        long basis;
        long points;
        int back;

        Piece(String id, int quantity, boolean doubled, long amount) {
            this.id = id;
            this.quantity = quantity;
            this.doubled = doubled;
            this.amount = amount;
        }

        Piece copy() {
            Piece copy = new Piece(id, quantity, doubled, amount);
            copy.basis = basis;
            copy.points = points;
            copy.back = back;
            return copy;
        }

        /** What of the basis is kept; what goes is rounded, half up. */
        long kept() {
            return basis - (2 * basis * back + quantity) / (2L * quantity);
        }

        long pointsBack() {
            return points * back / quantity;
        }
    }

    /**
     * What a program promised for it.
     *
     * @param rate points for a whole 1.00, twice that for lines that are doubled
     * @param bonus points for an order from an amount
     * @param bonusFrom that amount, in cents
     */
    record Promise(int rate, int bonus, long bonusFrom) {
        static final Promise NOTHING = new Promise(0, 0, 0);

        long points(List<Piece> pieces) {
            long cents = 0;
            long weighted = 0;
            for (Piece piece : pieces) {
                cents += piece.kept();
                weighted += piece.kept() * (piece.doubled ? 2 : 1);
            }
            return weighted * rate / 100 + (cents >= bonusFrom ? bonus : 0);
        }
    }
}
