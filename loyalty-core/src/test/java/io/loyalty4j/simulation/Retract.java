package io.loyalty4j.simulation;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import java.util.Optional;

/** A review is deleted. */
record Retract(Review review) implements Asking {
    @Override
    public MemberId member() {
        return review.member();
    }

    @Override
    public Command command() {
        return review.command().retraction();
    }

    @Override
    public Optional<String> once() {
        return Optional.of("retract " + review.id());
    }

    @Override
    public String outcome(Visit visit) {
        return Cancel.undo(visit, review.name(), 1);
    }
}
