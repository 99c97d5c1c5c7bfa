package io.loyalty4j.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few daemon threads that tell members, and one that watches how long it takes. Threads that a notifier keeps in spite of an interruption are replaced, as
 * long as there are not too many of them. Thread-safe.
 */
final class Workers implements AutoCloseable {
    private static final int MOST_THREADS = 64;

    private final int threads;
    private final Duration atMost;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger stuck = new AtomicInteger();
    private final ThreadPoolExecutor pool;
    private final ScheduledThreadPoolExecutor clockwork;

    /**
     * Threads are begun when they are needed, and end when they are not.
     *
     * @param atMost how long a round waits for its tasks
     */
    Workers(int threads, Duration atMost) {
        this.threads = threads;
        this.atMost = atMost;
        this.pool = new ThreadPoolExecutor(
                threads, threads, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> new Worker(task, this));
        this.pool.allowCoreThreadTimeOut(true);
        this.clockwork = new ScheduledThreadPoolExecutor(1, task -> new Worker(task, this));
        this.clockwork.setRemoveOnCancelPolicy(true);
        this.clockwork.setKeepAliveTime(10, TimeUnit.SECONDS);
        this.clockwork.allowCoreThreadTimeOut(true);
    }

    private String name() {
        return String.format(Locale.ROOT, "loyalty4j-notify-%d", numbers.incrementAndGet());
    }

    /** Whether the caller is one of these threads: a notifier that calls the engine. */
    static boolean working() {
        return Thread.currentThread() instanceof Worker;
    }

    boolean closed() {
        return pool.isShutdown();
    }

    Watch watch(Duration limit) {
        return new Watch(clockwork, limit);
    }

    /**
     * Runs tasks, several at once. Those that take too long are left to themselves, those that have not begun by then are not begun.
     *
     * @return whether all have ended
     */
    boolean run(List<Runnable> tasks) throws InterruptedException {
        CountDownLatch open = new CountDownLatch(tasks.size());
        List<Task> all = new ArrayList<>();
        tasks.forEach(task -> all.add(new Task(task, open)));
        try {
            all.forEach(pool::execute);
            return open.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            return false;
        } finally {
            all.stream().filter(task -> !pool.remove(task)).toList().forEach(this::leave);
        }
    }

    private void leave(Task task) {
        if (task.leave()) {
            resize(stuck.incrementAndGet());
        }
    }

    private synchronized void resize(int away) {
        int size = Math.max(threads, Math.min(threads + away, MOST_THREADS));
        if (size > pool.getMaximumPoolSize()) {
            pool.setMaximumPoolSize(size);
            pool.setCorePoolSize(size);
        } else {
            pool.setCorePoolSize(size);
            pool.setMaximumPoolSize(size);
        }
    }

    /** Interrupts what is under way; none of it is lost, for nobody has said that it was told. */
    @Override
    public void close() {
        for (Runnable unbegun : pool.shutdownNow()) {
            if (unbegun instanceof Task task) {
                task.open.countDown();
            }
        }
        clockwork.shutdownNow();
    }

    /** One task of a round, which may have been left behind. */
    private final class Task implements Runnable {
        private final Runnable work;
        private final CountDownLatch open;
        private boolean ended;
        private boolean left;

        Task(Runnable work, CountDownLatch open) {
            this.work = work;
            this.open = open;
        }

        @Override
        public void run() {
            try {
                work.run();
            } finally {
                end();
                open.countDown();
            }
        }

        private synchronized void end() {
            ended = true;
            if (left) {
                resize(stuck.decrementAndGet());
            }
        }

        /** Whether it is still under way. */
        synchronized boolean leave() {
            left = !ended;
            return left;
        }
    }

    /** A thread by which working ones are known. */
    private static final class Worker extends Thread {
        Worker(Runnable task, Workers workers) {
            super(task, workers.name());
            setDaemon(true);
        }
    }
}
