package io.loyalty4j.shop;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * From when on a customer who orders no more counts as dormant: after a pause or by their rhythm ({@link DormantAfter}), or by a model of one's own. Pure: the
 * same arguments give the same answer, on any thread, so that a reminder can be planned for it.
 */
public interface Absence {
    /**
     * The instant if no other order comes, after the latest one and within a hundred years; empty if there is none, or these orders do not tell.
     *
     * @param latest when the latest order was placed; it may be one of an earlier program, which is not among the others
     * @param orders when orders were placed, in time; of more than the latest {@value Rhythm#MOST_ORDERS} only those may matter, for reminders know no others
     * @param zone the program's
     */
    Optional<Instant> from(Instant latest, List<Instant> orders, ZoneId zone);

    /** When that is, as the end of a sentence: "3 times the usual pause after the latest order". */
    String describe();
}
