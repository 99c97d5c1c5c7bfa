package io.loyalty4j.program;

import java.util.function.Consumer;

/** Doubts about points that leave before the goods come back. */
final class TransferDoubts {
    private static final int USUAL_RETURN_DAYS = 14;

    private TransferDoubts() {}

    static void early(Study study, Consumer<Finding> report) {
        study.program()
                .transfers()
                .filter(transfers -> study.draft().activation().immediate() && transfers.days() < USUAL_RETURN_DAYS)
                .ifPresent(transfers -> report.accept(new Finding(
                        "transfers",
                        "points are usable at once and can be sent after " + transfers.days()
                                + " days, while goods can come back: at worst "
                                + study.worth().of(transfers.points()) + ", leave each account per "
                                + transfers.window().describe() + " before they do",
                        "buy for " + transfers.points()
                                + " points, send them to another member, and return the order: the receiver keeps them;"
                                + " afterDays(..) of the time in which goods can come back prevents it")));
    }
}
