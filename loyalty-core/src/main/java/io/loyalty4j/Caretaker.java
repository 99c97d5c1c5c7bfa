package io.loyalty4j;

import io.loyalty4j.LoyaltyEngine.DueReport;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One daemon thread that does rounds of housekeeping until it is closed; a round that fails ends nothing. */
final class Caretaker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoyaltyEngine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supplier<DueReport> round;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Caretaker(Supplier<DueReport> round, Duration pause) {
        this.round = round;
        this.pause = pause;
        this.thread = new Thread(this::work, "loyalty4j-housekeeping");
        this.thread.setDaemon(true);
    }

    static Caretaker start(Supplier<DueReport> round, Duration pause) {
        Caretaker caretaker = new Caretaker(round, pause);
        caretaker.thread.start();
        return caretaker;
    }

    private void work() {
        try {
            boolean more;
            do {
                do {
                    more = more();
                } while (more && closed.getCount() > 0);
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean more() {
        try {
            DueReport report = round.get();
            return report.more() && !report.clockJumped();
        } catch (RuntimeException | Error e) {
            LOG.error("A round of housekeeping failed; the next one comes in {}", pause, e);
            return false;
        }
    }

    /** Ends it behind the member it is at; one that does not end in time is left to itself. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
