package io.loyalty4j.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Lets many do something at the same moment. */
final class AtOnce {
    private static final int PATIENCE_IN_SECONDS = 120;

    private AtOnce() {}

    static <T> List<T> times(int times, IntFunction<T> act) throws Exception {
        List<Callable<T>> acts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int number = i;
            acts.add(() -> act.apply(number));
        }
        return all(acts);
    }

    /** Their answers, in the order of the acts. */
    static <T> List<T> all(List<Callable<T>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size(), AtOnce::daemon);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> act : acts) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(answer(future));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** One that hangs keeps nobody's process alive. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "at once");
        thread.setDaemon(true);
        return thread;
    }

    private static <T> T answer(Future<T> future) throws Exception {
        try {
            return future.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("one of many at once has not ended in " + PATIENCE_IN_SECONDS + " seconds", e);
        } catch (ExecutionException e) {
            throw new AssertionError("one of many at once failed: " + e.getCause(), e.getCause());
        }
    }
}
