package io.loyalty4j.ledger;

/**
 * A piece of what all members share.
 *
 * @param stock the allotment it is a piece of
 * @param order that has it
 * @param id a word that was drawn for the command, and a number
 */
public record Piece(String stock, String order, String id) {
    /** Whether another is of the same stock, and for the same order. */
    boolean sameStock(Piece other) {
        return other.stock.equals(stock) && other.order.equals(order);
    }

    /** The drawn part of its id. */
    String word() {
        return id.substring(0, id.indexOf('/'));
    }

    /** Under which name circumstances grant it. */
    public String key() {
        return stock + " " + order + " " + id;
    }
}
