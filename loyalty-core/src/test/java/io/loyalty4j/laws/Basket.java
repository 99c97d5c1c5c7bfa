package io.loyalty4j.laws;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * What rules look at, naively: the lines that count with what earns on each, and two facts about the member.
 *
 * @param first whether no order before it counts
 */
record Basket(List<Piece> pieces, String tier, boolean first) {
    private static final Piece NOTHING = new Piece("", 0, BigDecimal.ZERO, Set.of());

    BigDecimal total() {
        return pieces.stream().map(Piece::basis).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Piece line(String id) {
        return pieces.stream()
                .filter(piece -> piece.id().equals(id))
                .findFirst()
                .orElse(NOTHING);
    }

    /** One line. */
    record Piece(String id, int quantity, BigDecimal basis, Set<String> categories) {}
}
