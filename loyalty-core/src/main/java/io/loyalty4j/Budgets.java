package io.loyalty4j;

import io.loyalty4j.earn.EarnPlan;
import io.loyalty4j.earn.Yield;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.AdjustmentLimits;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.Allotments;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Claims of budgets that all members share, made before a command is decided and settled after its commit: what was granted and not used is given back. A
 * claim whose command never came to an end is given back by housekeeping after {@link #LIFE}; a command that is decided later than half of that claims anew.
 */
final class Budgets {
    /** How long a claim without a posting stands. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final int TRIES = 3;

    private final LoyaltyStore store;
    private final Clock clock;
    private final Persons persons;

    Budgets(LoyaltyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.persons = new Persons(store);
    }

    /**
     * Books a command with what its budgets grant.
     *
     * @param trial what would be booked if they had no end
     */
    Commit claiming(Command command, Supplier<List<Posting>> trial, Function<Granted, Commit> booking) {
        String claimant = claimant(command.member(), command.requestId());
        Optional<Posting> first = store.posting(command.member(), command.requestId());
        if (first.isPresent()) {
            used(List.of(first.get())).forEach((budget, used) -> settle(budget, claimant, used));
            return booking.apply(new Granted(Map.of(), Instant.MAX));
        }
        Map<String, Change.Granted> wanted = new TreeMap<>();
        note(granted(trial.get()), wanted);
        int late = 0;
        while (true) {
            Granted granted = claim(wanted.values(), claimant);
            try {
                Commit commit = booking.apply(granted);
                settle(commit, granted.amounts().keySet(), claimant);
                return commit;
            } catch (Unclaimed e) {
                note(e.asked(), wanted);
            } catch (TooLate e) {
                late++;
                if (late == TRIES) {
                    throw e;
                }
                note(granted(trial.get()), wanted);
            }
        }
    }

    private static void note(List<Change.Granted> more, Map<String, Change.Granted> wanted) {
        more.forEach(each -> wanted.put(each.budget(), each));
    }

    private Granted claim(Collection<Change.Granted> wanted, String claimant) {
        Instant now = clock.instant();
        Map<String, Long> amounts = new HashMap<>();
        for (Change.Granted each : wanted) {
            long amount = store.claim(each.budget(), claimant, each.used(), each.limit(), now);
            amounts.put(each.budget(), amount == 0 && hadBefore(each, claimant) ? each.used() : amount);
        }
        return new Granted(amounts, now.plus(LIFE.dividedBy(2)));
    }

    private boolean hadBefore(Change.Granted wanted, String claimant) {
        return persons.had(wanted.budget(), member(claimant));
    }

    /** What is left of some budgets for a member. */
    Map<String, Long> left(Map<String, Yield.Use> uses, MemberId member) {
        Map<String, Long> left = new HashMap<>();
        uses.forEach((budget, use) -> left.put(
                budget, persons.had(budget, member) ? use.limit() : Math.max(0, use.limit() - store.taken(budget))));
        return left;
    }

    /** Of a repetition that came while the first was under way, nobody knows whose claim stands; it is taken for the first's, so that none is overdrawn. */
    private void settle(Commit commit, Set<String> budgets, String claimant) {
        Map<String, Long> used = commit instanceof Commit.Applied applied
                ? used(applied.postings())
                : commit instanceof Commit.Replayed replayed ? used(List.of(replayed.first())) : Map.of();
        budgets.forEach(budget -> settle(budget, claimant, used.getOrDefault(budget, 0L)));
    }

    /** A grant of less than was used is a repetition's own, made when what was used had been settled. */
    private void settle(String allotment, String claimant, long used) {
        try {
            store.settle(allotment, claimant, used);
        } catch (IllegalArgumentException grantedLess) {
            store.settle(allotment, claimant, 0);
        }
    }

    /** Settles claims that were left behind: by their posting, if there is one. Tells how many there were. */
    int settleLeftBehind(Instant now, int limit) {
        List<Allotments.Claim> left = store.unsettled(now.minus(LIFE), limit);
        for (Allotments.Claim claim : left) {
            settle(claim.allotment(), claim.claimant(), used(claim));
        }
        return left.size();
    }

    private long used(Allotments.Claim claim) {
        return store.posting(member(claim.claimant()), requestId(claim.claimant()))
                .map(posting -> measured(claim.allotment())
                        ? used(List.of(posting)).getOrDefault(claim.allotment(), 0L)
                        : Long.valueOf(1))
                .orElse(0L);
    }

    /** Whether postings say how much of an allotment they used; of others it is all or nothing. */
    private static boolean measured(String allotment) {
        return EarnPlan.budget(allotment) || AdjustmentLimits.ofActor(allotment);
    }

    /** The member of a claimant. */
    static MemberId member(String claimant) {
        return MemberId.of(claimant.substring(0, claimant.indexOf(' ')));
    }

    /** The request of a claimant. */
    static String requestId(String claimant) {
        return claimant.substring(claimant.indexOf(' ') + 1);
    }

    /** Neither a member's id nor a request's has a space. */
    static String claimant(MemberId member, String requestId) {
        return member.value() + " " + requestId;
    }

    static List<Change.Granted> granted(List<Posting> postings) {
        return postings.stream()
                .flatMap(posting -> posting.changes(Change.Granted.class))
                .toList();
    }

    private static Map<String, Long> used(List<Posting> postings) {
        Map<String, Long> used = new TreeMap<>();
        granted(postings).forEach(each -> used.put(each.budget(), each.used()));
        return used;
    }
}
