package io.loyalty4j.simulation;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.util.Optional;

/** Somebody joins. */
record Enrol(MemberId member) implements Asking {
    @Override
    public Command command() {
        return Member.of(member);
    }

    @Override
    public Optional<String> once() {
        return Optional.empty();
    }

    @Override
    public String outcome(Visit visit) {
        if (visit.purse.known) {
            return Visit.REPLAYED;
        }
        visit.posted();
        return visit.applied();
    }
}
