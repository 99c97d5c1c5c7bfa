package io.loyalty4j.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads that tell members: few, daemons, replaced where a notifier keeps one, and gone in the end. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
final class WorkersTest {
    private static final Duration SOON = Duration.ofMillis(50);

    private final CountDownLatch never = new CountDownLatch(1);
    private Workers workers = new Workers(2, Duration.ofSeconds(30));

    @AfterEach
    void close() {
        never.countDown();
        workers.close();
    }

    private Runnable stuck(Semaphore begun) {
        return () -> {
            begun.release();
            boolean open = false;
            while (!open) {
                try {
                    never.await();
                    open = true;
                } catch (InterruptedException e) {
                    open = false;
                }
            }
        };
    }

    @Test
    void do_all_tasks_on_daemons_that_are_known_as_such() throws Exception {
        AtomicInteger done = new AtomicInteger();
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            tasks.add(() -> {
                assertThat(Thread.currentThread().isDaemon()).isTrue();
                assertThat(Workers.working()).isTrue();
                done.incrementAndGet();
            });
        }
        assertThat(workers.run(tasks)).isTrue();
        assertThat(done).hasValue(100);
        assertThat(Workers.working()).isFalse();
    }

    @Test
    void go_on_although_every_thread_is_kept_by_somebody() throws Exception {
        workers = new Workers(2, SOON);
        Semaphore begun = new Semaphore(0);
        assertThat(workers.run(List.of(stuck(begun), stuck(begun), stuck(begun))))
                .isFalse();
        assertThat(begun.availablePermits()).as("the third was not begun").isEqualTo(2);
        AtomicInteger done = new AtomicInteger();
        while (!workers.run(List.of(done::incrementAndGet))) {
            assertThat(done).hasValueLessThan(2);
        }
        assertThat(done.get()).isPositive();
    }

    @Test
    void have_a_task_that_throws_end_like_any_other() throws Exception {
        AtomicInteger done = new AtomicInteger();
        assertThat(workers.run(List.of(
                        () -> {
                            throw new IllegalStateException("of a test");
                        },
                        done::incrementAndGet,
                        done::incrementAndGet)))
                .isTrue();
        assertThat(done).hasValue(2);
    }

    @Test
    void interrupt_what_takes_too_long_and_nothing_that_comes_after_it() throws Exception {
        List<String> seen = new ArrayList<>();
        workers.run(List.of(() -> {
            Watch watch = workers.watch(SOON);
            try (watch) {
                seen.add(never.await(30, TimeUnit.SECONDS) ? "opened" : "timed out");
            } catch (InterruptedException e) {
                seen.add("interrupted");
            }
            seen.add("then " + Thread.currentThread().isInterrupted());
        }));
        assertThat(seen).containsExactly("interrupted", "then false");
    }

    @Test
    void leave_alone_what_is_done_in_time() throws Exception {
        AtomicInteger interrupted = new AtomicInteger();
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            tasks.add(() -> {
                try (Watch watch = workers.watch(Duration.ofMillis(1))) {
                    assertThat(watch).isNotNull();
                }
                interrupted.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
            });
        }
        workers.run(tasks);
        assertThat(interrupted).hasValue(0);
    }

    @Test
    void are_interrupted_by_the_end() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread round = new Thread(() -> {
            try {
                workers.run(List.of(() -> {
                    begun.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                }));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        round.start();
        begun.await();
        workers.close();
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        round.join();
    }
}
