package io.loyalty4j.laws;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.FrozenContribution;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.reward.Benefit;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Order;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which ways of earning a commit has met. */
final class Features {
    private static final String LIMIT = "a limit that may bind";
    private static final String CUT = "points cut by a limit";
    private static final String MEMBER = "points cut by what a member is allowed";
    private static final String GROUP = "rules of a group to choose from";
    private static final String LATER = "a group's later id won";
    private static final String LIMITED_BEST = "limited multipliers where the best counts";
    private static final String LIMITED_BLOCKS = "limited multipliers on blocks";
    private static final String CARD = "a card filled by an order";
    private static final String VISITS = "a card filled by an activity";
    private static final String UNSTAMPED = "stamps taken back";
    private static final String OWED = "a card that owes stamps";
    private static final String MET = "a challenge met";
    private static final String MILESTONE = "a challenge met by the points of its order";
    private static final String RETRACTED = "an activity retracted";
    private static final String EARLY = "an activity retracted before it came";
    private static final String PART = "a part of the price off";
    private static final String PAYMENT = "points as payment";
    private static final String IN_PART = "a held payment captured in part";
    private static final String MENU = "an entry of a menu";
    private static final String FREE = "a reward that is free";
    private static final String SOME_LINES = "a reward on some lines";
    static final Set<String> ALL = Set.of(
            LIMIT,
            CUT,
            MEMBER,
            GROUP,
            LATER,
            LIMITED_BEST,
            LIMITED_BLOCKS,
            CARD,
            VISITS,
            UNSTAMPED,
            OWED,
            MET,
            MILESTONE,
            RETRACTED,
            EARLY,
            PART,
            PAYMENT,
            IN_PART,
            MENU,
            FREE,
            SOME_LINES);

    private final Statistics statistics;

    Features(Statistics statistics) {
        this.statistics = statistics;
    }

    void note(Command command, Posting own, List<Posting> postings) {
        terms(own).forEach(terms -> noteTerms(own, terms));
        if (command instanceof Order order) {
            changes(own, Change.RewardApplied.class).forEach(applied -> reward(order, own, applied));
        }
        boolean activity = command instanceof Activity || command instanceof Activity.Retraction;
        postings.stream()
                .flatMap(posting -> changes(posting, Change.CounterSet.class))
                .forEach(set -> {
                    if (set.name().startsWith("card/")) {
                        note(set.counter().value() < 0, OWED);
                        note(!(command instanceof Order) && !(command instanceof Activity), UNSTAMPED);
                    }
                });
        boolean undone = postings.stream()
                .flatMap(posting -> changes(posting, Change.OrderSet.class))
                .anyMatch(set -> set.delta().state() == OrderPosition.State.CANCELLED
                        && set.delta().tally().due() > 0);
        note(activity && undone, command instanceof Activity ? EARLY : RETRACTED);
    }

    private void reward(Order order, Posting own, Change.RewardApplied applied) {
        boolean chosen = order.redemptions().stream()
                .anyMatch(each -> each.reward().equals(applied.reward()) && each.points() > 0);
        boolean payment = applied.benefit().kind() == Benefit.Kind.PAYMENT;
        note(applied.benefit().kind() == Benefit.Kind.PERCENT_OFF, PART);
        note(payment, PAYMENT);
        note(
                payment && own.moved(Bucket.HELD, Bucket.REDEEMED) > 0 && own.moved(Bucket.HELD, Bucket.AVAILABLE) > 0,
                IN_PART);
        note(applied.benefit().kind() == Benefit.Kind.DISCOUNT && chosen, MENU);
        note(applied.points() == 0, FREE);
        note(applied.reward().endsWith("-food"), SOME_LINES);
    }

    private void noteTerms(Posting own, OrderPosition.Terms terms) {
        List<FrozenContribution> all = terms.contributions();
        Set<String> awarded = own.awards().stream().map(Award::rule).collect(Collectors.toSet());
        note(all.stream().anyMatch(one -> one.most().isPresent()), LIMIT);
        note(terms.most().isPresent(), MEMBER);
        note(terms.most().isEmpty() && own.awards().stream().anyMatch(award -> award.wanted() > award.points()), CUT);
        Map<String, List<FrozenContribution>> groups = all.stream()
                .filter(one -> one.group().isPresent())
                .collect(Collectors.groupingBy(one -> one.group().get()));
        groups.values().removeIf(group -> group.size() < 2);
        note(!groups.isEmpty(), GROUP);
        note(
                groups.values().stream()
                        .anyMatch(group -> group.stream()
                                .map(FrozenContribution::rule)
                                .sorted()
                                .skip(1)
                                .anyMatch(awarded::contains)),
                LATER);
        long multipliers = kinds(all, FrozenContribution.Kind.MULTIPLIER).count();
        boolean limited = kinds(all, FrozenContribution.Kind.MULTIPLIER)
                .anyMatch(one -> one.most().isPresent());
        note(limited && multipliers > 1 && terms.stacking().name().equals("BEST"), LIMITED_BEST);
        boolean blocks =
                kinds(all, FrozenContribution.Kind.BLOCK_RATE).findAny().isPresent();
        note(limited && blocks && !terms.rounding().perLine(), LIMITED_BLOCKS);
        note(awarded.contains("card"), CARD);
        note(awarded.contains("visits"), VISITS);
        note(awarded.contains("quest"), MET);
        note(kinds(all, FrozenContribution.Kind.MILESTONE).anyMatch(one -> awarded.contains(one.rule())), MILESTONE);
    }

    private static Stream<FrozenContribution> kinds(List<FrozenContribution> all, FrozenContribution.Kind kind) {
        return all.stream().filter(one -> one.kind() == kind);
    }

    private static Stream<OrderPosition.Terms> terms(Posting posting) {
        return changes(posting, Change.OrderSet.class).flatMap(set -> set.delta().terms().stream());
    }

    private static <C extends Change> Stream<C> changes(Posting posting, Class<C> kind) {
        return posting.changes().stream().filter(kind::isInstance).map(kind::cast);
    }

    private void note(boolean holds, String what) {
        if (holds) {
            statistics.feature(what);
        }
    }
}
