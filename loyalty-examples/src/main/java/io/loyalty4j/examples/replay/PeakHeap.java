package io.loyalty4j.examples.replay;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicLong;

/** Watches, every few milliseconds, how much of the heap is in use, garbage included. */
final class PeakHeap implements AutoCloseable {
    private static final long MILLISECONDS = 5;

    private final AtomicLong peak = new AtomicLong();
    private final Timer watch = new Timer("peak-heap", true);

    private PeakHeap() {}

    static PeakHeap watched() {
        PeakHeap heap = new PeakHeap();
        heap.watch.schedule(heap.new Look(), 0, MILLISECONDS);
        return heap;
    }

    private void look() {
        Runtime runtime = Runtime.getRuntime();
        peak.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
    }

    /** The most that was seen so far. */
    long mebibytes() {
        look();
        return peak.get() >> 20;
    }

    @Override
    public void close() {
        watch.cancel();
    }

    private final class Look extends TimerTask {
        @Override
        public void run() {
            look();
        }
    }
}
