package io.loyalty4j.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An order or activity as the model knows it: what was sold, what came back, and the points of both. */
final class Sale {
    final String name;
    Stage stage = Stage.EARLY_RETURN;
    boolean paid;
    int revision;
    /** The version that promised first. */
    int program;
    /** When it was placed. */
    long happened;

    /** When its goods were. */
    Optional<Long> handedOver = Optional.empty();

    Promise promise = Promise.NOTHING;
    /** The lines that the bonus was promised for: it goes with the last piece of them. */
    Set<String> bonusOn = Set.of();
    /** What an activity gives; nothing of it is left when that is undone. */
    long whole;

    final List<Piece> pieces = new ArrayList<>();
    /** Pieces that were asked back, and were not there. */
    List<Paid> rewards = List.of();

    final Map<String, Integer> asked = new TreeMap<>();
    /** Money that came back for goods that stay, in cents. */
    long refunded;

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
        copy.revision = revision;
        copy.program = program;
        copy.happened = happened;
        copy.handedOver = handedOver;
        copy.promise = promise;
        copy.bonusOn = bonusOn;
        copy.whole = whole;
        pieces.forEach(piece -> copy.pieces.add(piece.copy()));
        copy.asked.putAll(asked);
        copy.refunded = refunded;
        copy.rewards = rewards;
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
        reduce();
        boolean nothingPaid = refunded > 0 && pieces.stream().allMatch(piece -> piece.kept(piece.amount) == 0);
        return !pieces.isEmpty() && (nothingPaid || pieces.stream().allMatch(piece -> piece.back == piece.quantity));
    }

    /** Each line's share of the money that came back, rounded half up. */
    private void reduce() {
        long all = pieces.stream().mapToLong(piece -> piece.amount).sum();
        for (Piece piece : pieces) {
            piece.reduction = (2 * Math.min(refunded, all) * piece.amount + all) / (2 * all);
        }
    }

    /** What it deserves now. */
    long deserved() {
        return undone() ? 0 : earned();
    }

    /** What its pieces earn, without those that are back. */
    long earned() {
        if (allBack()) {
            return whole;
        }
        boolean bonus = pieces.stream().anyMatch(piece -> bonusOn.contains(piece.id) && piece.back < piece.quantity);
        return whole + (bonus ? promise : promise.withoutBonus()).points(pieces);
    }

    /** What it earns when it is booked: money that came back before then comes into force behind it. */
    long atFullPrice() {
        long early = refunded;
        refunded = 0;
        long earned = earned();
        refunded = early;
        return earned;
    }

    /** Everything is promised anew. */
    void promised(Promise all) {
        promise = all.to(pieces);
        bonusOn = pieces.stream().map(piece -> piece.id).collect(Collectors.toSet());
    }

    /** The bonus that was promised is good on the lines that there are now, too. */
    void promisedOnAll() {
        Set<String> all = new HashSet<>(bonusOn);
        pieces.forEach(piece -> all.add(piece.id));
        bonusOn = all;
    }

    void ask(String piece, int more) {
        if (more > 0) {
            asked.merge(piece, more, Integer::sum);
        }
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

    /** What is held for it stays reserved, and nothing else. */
    void stillReserved(Purse purse) {
        reserved = purse.holdsOf(name).stream().map(Holding::reward).toList();
        reservedUntil = reserved.isEmpty() ? 0 : reservedUntil;
    }

    /** All its figures, to be compared. */
    String figures() {
        StringBuilder back = new StringBuilder();
        pieces.forEach(piece -> back.append(' ').append(piece.id).append('=').append(piece.back));
        return stage + "@" + revision + " issued " + issued + " due " + due + " clawed " + clawed + " redeemed "
                + redeemed + " restored " + restored + " back" + back + " asked " + asked + " money " + refunded
                + " reserved " + reserved;
    }

    long pointsBack() {
        return pieces.stream().mapToLong(Piece::pointsBack).sum();
    }

    /** Points for rewards that it had, and has no more. */
    long dropped() {
        return redeemed - rewards.stream().mapToLong(Paid::points).sum();
    }

    /**
     * A reward that it is paid with.
     *
     * @param worth in cents
     */
    record Paid(String reward, long points, long worth) {}

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
        int rate;
        long points;
        long reduction;
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
            copy.rate = rate;
            copy.points = points;
            copy.reduction = reduction;
            copy.back = back;
            return copy;
        }

        /** What of an amount is kept; what goes is rounded, half up. */
        long kept(long value) {
            return Math.max(0, value - (2 * value * back + quantity) / (2L * quantity) - reduction);
        }

        /** Whether an edit has left it as it was. */
        boolean sameAs(Piece old) {
            return id.equals(old.id) && quantity == old.quantity && basis == old.basis;
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

        /** What of it is for an order as it is bought. */
        Promise to(List<Piece> pieces) {
            long cents = pieces.stream().mapToLong(piece -> piece.basis).sum();
            return cents >= bonusFrom ? this : withoutBonus();
        }

        Promise withoutBonus() {
            return new Promise(rate, 0, 0);
        }

        long points(List<Piece> pieces) {
            long cents = 0;
            long weighted = 0;
            for (Piece piece : pieces) {
                long kept = piece.kept(piece.basis);
                cents += kept;
                weighted += kept * piece.rate * (piece.doubled ? 2 : 1);
            }
            return weighted / 100 + (cents >= bonusFrom ? bonus : 0);
        }
    }
}
