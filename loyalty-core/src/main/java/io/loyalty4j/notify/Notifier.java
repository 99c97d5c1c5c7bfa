package io.loyalty4j.notify;

/**
 * Where events go: a mailer, a queue, a log. Called at least once for each event, for one member by one thread at a time and in order; for several members by
 * several threads at once. It may call the engine. Events have the same id whenever they are told again: who sends on keeps those it has seen.
 */
@FunctionalInterface
public interface Notifier {
    /**
     * Tells it. One that throws is asked again after a pause; one that takes longer than the time limit of {@link Patience} is interrupted, and has told it if
     * it returns all the same. No checkout and no other member waits for it.
     */
    void on(LoyaltyEvent event) throws Exception;

    /** Writes each event to the log {@code io.loyalty4j.notify}, at info, without voucher codes. */
    static Notifier logging() {
        return new LoggingNotifier();
    }
}
