package io.loyalty4j.store;

import io.loyalty4j.shop.LoyaltyException.OutcomeUnknownException;
import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told of a request that is not tried any more. */
final class GivenUp {
    private GivenUp() {}

    /** @param perhaps whether it may have been written all the same */
    static Answer answer(Request request, int attempts, @Nullable Throwable last, boolean perhaps) {
        String what = request.id().orElse("what was asked") + " of " + request.member();
        if (perhaps) {
            Throwable cause = Optional.ofNullable(last).orElseGet(IllegalStateException::new);
            return Answer.failed(new OutcomeUnknownException(what, cause));
        }
        String words = what + " was not booked, in " + attempts + " attempts: " + why(last);
        return Answer.failed(last == null ? new StoreFailedException(words) : new StoreFailedException(words, last));
    }

    private static String why(@Nullable Throwable last) {
        if (Thread.currentThread().isInterrupted()) {
            return "the thread was interrupted";
        }
        return last instanceof StoreFailedException failed
                ? String.valueOf(failed.getMessage())
                : "others wrote the account, or the store failed";
    }
}
