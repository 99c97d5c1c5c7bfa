package io.loyalty4j.ledger;

import io.loyalty4j.ledger.OrderPosition.Delta;
import io.loyalty4j.ledger.OrderPosition.Line;
import io.loyalty4j.ledger.OrderPosition.State;
import io.loyalty4j.ledger.OrderPosition.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A change of a position while it is made: what is not said stays as it was. Lives inside one decision. */
final class PositionDraft {
    private final String order;
    private State state;
    private int revision;
    private Instant occurredAt;
    private List<Line> lines = List.of();
    private Optional<Terms> terms = Optional.empty();
    private Reserved reserved;
    private Asked asked;
    private Optional<Instant> fulfilled;
    private List<Paid> rewards;
    private Tally tally;
    private List<Stake> stakes;
    private Map<String, Integer> surplus = Map.of();
    private long shortfall;

    PositionDraft(OrderPosition before, State next) {
        this.order = before.order();
        this.state = next;
        this.revision = before.revision();
        this.occurredAt = before.occurredAt();
        this.reserved = before.reserved();
        this.asked = before.asked();
        this.fulfilled = before.fulfilled();
        this.rewards = before.rewards();
        this.tally = before.tally();
        this.stakes = before.stakes();
    }

    PositionDraft state(State next) {
        this.state = next;
        return this;
    }

    PositionDraft revision(int number) {
        this.revision = number;
        return this;
    }

    PositionDraft occurredAt(Instant at) {
        this.occurredAt = at;
        return this;
    }

    PositionDraft lines(List<Line> changed) {
        this.lines = changed;
        return this;
    }

    PositionDraft terms(Terms promised) {
        this.terms = Optional.of(promised);
        return this;
    }

    PositionDraft reserved(Reserved rewardsHeld) {
        this.reserved = rewardsHeld;
        return this;
    }

    PositionDraft asked(Asked back) {
        this.asked = back;
        return this;
    }

    PositionDraft fulfilled(Instant at) {
        this.fulfilled = fulfilled.or(() -> Optional.of(at));
        return this;
    }

    PositionDraft rewards(List<Paid> paid) {
        this.rewards = paid;
        return this;
    }

    PositionDraft tally(Tally sums) {
        this.tally = sums;
        return this;
    }

    PositionDraft stakes(List<Stake> shares) {
        this.stakes = shares;
        return this;
    }

    PositionDraft surplus(Map<String, Integer> pieces) {
        this.surplus = pieces;
        return this;
    }

    PositionDraft shortfall(long points) {
        this.shortfall = points;
        return this;
    }

    Delta delta() {
        return new Delta(
                order,
                state,
                revision,
                occurredAt,
                lines,
                terms,
                reserved,
                asked,
                fulfilled,
                rewards,
                tally,
                stakes,
                surplus,
                shortfall);
    }
}
