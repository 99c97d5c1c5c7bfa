package io.loyalty4j.notify;

import io.loyalty4j.earn.EarnPlan;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.Posting.Kind;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.shop.Transfer;
import java.util.Optional;

/**
 * Why points of a posting came or went.
 *
 * @param command that the posting is the effect of
 * @param other the other member, where points come from one or go there
 */
record Cause(Optional<Command> command, Optional<MemberId> other, Posting posting) {
    private static final String ADJUSTMENTS = "~adjust/";

    static Cause of(Posting posting) {
        Posting.Header header = posting.header();
        Optional<Command> command = header.kind() == Kind.COMMAND
                ? Optional.of(header.fingerprint().command(header.member(), header.requestId()))
                : Optional.empty();
        return new Cause(command, command.flatMap(Cause::other).or(() -> heir(posting)), posting);
    }

    private static Optional<MemberId> other(Command command) {
        if (command instanceof Transfer transfer) {
            return Optional.of(transfer.to());
        }
        if (command instanceof Transfer.Delivery delivery) {
            return Optional.of(delivery.sender());
        }
        if (command instanceof Transfer.Bounce bounce) {
            return Optional.of(bounce.receiver());
        }
        return command instanceof Merge.Inheritance inheritance ? Optional.of(inheritance.from()) : Optional.empty();
    }

    /** Who has what comes to an account that was given up. */
    private static Optional<MemberId> heir(Posting posting) {
        return posting.changes(Change.Sent.class)
                .map(Change.Sent::command)
                .filter(Merge.Inheritance.class::isInstance)
                .map(Command::member)
                .findFirst();
    }

    /** A friend's order. */
    Optional<Referral.Reward> referral() {
        return command.filter(Referral.Reward.class::isInstance).map(Referral.Reward.class::cast);
    }

    /** Why people of the shop gave or took points, where they did. */
    Optional<String> reason() {
        boolean theirs = command.filter(Cause::ofPeople).isPresent();
        return theirs ? posting.header().person().map(Posting.Person::reason) : undone().map(adjustment -> "reversed");
    }

    private static boolean ofPeople(Command command) {
        return command instanceof Adjustment
                || command instanceof Adjustment.Reversal
                || command instanceof StatusChange;
    }

    /** An adjustment that had been undone before it came. */
    private Optional<String> undone() {
        return posting.changes(Change.OrderSet.class)
                .map(set -> set.delta().order())
                .filter(order -> posting.header().kind() == Kind.DEFERRED && order.startsWith(ADJUSTMENTS))
                .findFirst();
    }

    /** What nobody asked for: gifts of moments. */
    MessageClass messageClass() {
        return command.filter(Cause::ofMoment).isPresent() ? MessageClass.MARKETING : MessageClass.TRANSACTIONAL;
    }

    private static boolean ofMoment(Command command) {
        return command instanceof Activity activity && EarnPlan.isGift(activity.kind());
    }
}
