package io.loyalty4j.store;

import io.loyalty4j.shop.LoyaltyException.ConflictingRequestException;
import io.loyalty4j.shop.Refusal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one unit: an answer, or what was thrown for it. */
record Answer(@Nullable Commit commit, @Nullable Throwable fault) {
    static Answer of(Commit commit) {
        return new Answer(commit, null);
    }

    static Answer failed(Throwable fault) {
        return new Answer(null, fault);
    }

    Commit get() {
        if (fault instanceof Error error) {
            throw error;
        }
        if (fault != null) {
            throw (RuntimeException) fault;
        }
        return Objects.requireNonNull(commit);
    }

    /** A conflict is a refusal where others are answered with it. */
    Answer amongOthers() {
        return fault instanceof ConflictingRequestException conflict
                ? of(new Commit.Refused(new Refusal.RequestConflicts(conflict.requestId(), conflict.differingField())))
                : this;
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(fault);
    }
}
