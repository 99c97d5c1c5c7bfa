package io.loyalty4j.notify;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that it was made on if that takes too long. For one call, on one thread. */
final class Watch implements AutoCloseable {
    private final Thread watched = Thread.currentThread();
    private final Future<?> alarm;
    private boolean over;
    private boolean interrupted;

    Watch(ScheduledExecutorService clockwork, Duration limit) {
        this.alarm = clockwork.schedule(this::ring, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void ring() {
        if (!over) {
            interrupted = true;
            watched.interrupt();
        }
    }

    /** Ends it: from now on nobody is interrupted, and an interruption that nobody has noticed is taken back. */
    @Override
    public synchronized void close() {
        over = true;
        alarm.cancel(false);
        if (interrupted) {
            Thread.interrupted();
        }
    }

    /** Whether it took too long. */
    synchronized boolean rang() {
        return interrupted;
    }
}
