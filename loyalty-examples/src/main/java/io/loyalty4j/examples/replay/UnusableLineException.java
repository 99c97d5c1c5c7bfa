package io.loyalty4j.examples.replay;

/** A line that cannot be used; it is counted, shown and passed over. */
final class UnusableLineException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 40;

    private final SkipReason reason;
    private final String detail;

    UnusableLineException(SkipReason reason, String cell) {
        super(reason.toString(), null, false, false);
        this.reason = reason;
        this.detail = printable(cell);
    }

    SkippedLine at(Place place) {
        return new SkippedLine(place, reason, detail);
    }

    /** What a file says must not steer a terminal or fill the screen. */
    private static String printable(String cell) {
        String plain = cell.replaceAll("\\p{C}", "?");
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "...";
    }
}
