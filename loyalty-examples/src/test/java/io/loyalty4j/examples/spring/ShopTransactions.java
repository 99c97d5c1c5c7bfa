package io.loyalty4j.examples.spring;

import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Any work in a transaction of the shop's. */
public class ShopTransactions {
    @Transactional
    public void run(Runnable work) {
        work.run();
    }

    /** Sees the database as it was at its first statement, and collides with whatever was written since. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void runOnOneView(Runnable work) {
        work.run();
    }
}
