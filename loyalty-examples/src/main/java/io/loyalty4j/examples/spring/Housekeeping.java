package io.loyalty4j.examples.spring;

import io.loyalty4j.LoyaltyEngine;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books what is due; a shop would have it {@code @Scheduled}. */
public class Housekeeping {
    private final LoyaltyEngine loyalty;

    /** For an engine whose store opens transactions of its own where there is none. */
    public Housekeeping(LoyaltyEngine loyalty) {
        this.loyalty = loyalty;
    }

    /**
     * Until nothing is left.
     *
     * @return how much was booked
     * @throws org.springframework.transaction.IllegalTransactionStateException inside of a transaction
     */
    @Transactional(propagation = Propagation.NEVER)
    public int run() {
        LoyaltyEngine.DueReport report = loyalty.runDue();
        int booked = report.booked();
        while (report.more()) {
            report = loyalty.runDue();
            booked += report.booked();
        }
        return booked;
    }
}
