package io.loyalty4j.testing;

import java.util.List;
import java.util.concurrent.Callable;

/** Lets commands be sent at the same moment. */
final class Threads {
    private Threads() {}

    /** Their answers in the order of the acts. */
    static <T> List<T> together(List<Callable<T>> acts) {
        try {
            return AtOnce.all(acts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while commands were sent at once", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("commands that were sent at once failed", e);
        }
    }
}
