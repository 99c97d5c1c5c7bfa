package io.loyalty4j.insight;

/**
 * Points that members have.
 *
 * @param pending given, not usable yet
 * @param held reserved by orders
 */
public record Outstanding(long pending, long available, long held) {
    static final Outstanding NOTHING = new Outstanding(0, 0, 0);

    public long total() {
        return Math.addExact(Math.addExact(pending, available), held);
    }

    Outstanding plus(Outstanding other) {
        return new Outstanding(
                Math.addExact(pending, other.pending),
                Math.addExact(available, other.available),
                Math.addExact(held, other.held));
    }
}
