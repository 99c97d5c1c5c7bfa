package io.loyalty4j;

import io.loyalty4j.earn.EarnPlan;
import io.loyalty4j.earn.Yield;
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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Claims of what all members share, budgets and stocks, made before a command is decided and settled after its commit: what was granted and not used is given back. A
 * claim whose command never came to an end is given back by housekeeping after {@link #LIFE}; a command that is decided later than half of that claims anew.
 */
final class Budgets {
    /** How long a claim without a posting stands. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final int TRIES = 3;

    private final LoyaltyStore store;
    private final Stocks stocks;
    private final Clock clock;
    private final Persons persons;

    Budgets(LoyaltyStore store, Stocks stocks, Clock clock) {
        this.store = store;
        this.stocks = stocks;
        this.clock = clock;
        this.persons = new Persons(store);
    }

    /**
     * Books a command with what its budgets grant.
     *
     * @param trial what would be booked if they had no end
     */
    Commit claiming(Command command, Supplier<List<Posting>> trial, Function<Granted, Commit> booking) {
        Optional<Posting> first = store.posting(command.member(), command.requestId());
        if (first.isPresent()) {
            settle(new Commit.Replayed(first.get()), Demand.of(List.of(first.get())));
            return booking.apply(new Granted(Map.of(), Instant.MAX));
        }
        Map<String, Demand> wanted = new TreeMap<>();
        note(Demand.of(trial.get()), wanted);
        int late = 0;
        while (true) {
            Granted granted = claim(wanted.values());
            try {
                Commit commit = booking.apply(granted);
                settle(commit, wanted.values());
                return commit;
            } catch (Unclaimed e) {
                note(e.asked(), wanted);
            } catch (TooLate e) {
                late++;
                if (late == TRIES) {
                    throw e;
                }
                note(Demand.of(trial.get()), wanted);
            }
        }
    }

    private static void note(List<Demand> more, Map<String, Demand> wanted) {
        more.forEach(each -> wanted.put(each.key(), each));
    }

    private Granted claim(Collection<Demand> wanted) {
        Instant now = clock.instant();
        Map<String, Long> amounts = new HashMap<>();
        for (Demand each : wanted) {
            long amount = store.claim(each.allotment(), each.claimant(), each.amount(), each.limit(), now);
            amounts.put(each.key(), amount == 0 && hadBefore(each) ? each.amount() : amount);
        }
        return new Granted(amounts, now.plus(LIFE.dividedBy(2)));
    }

    private boolean hadBefore(Demand wanted) {
        return persons.had(wanted.allotment(), member(wanted.claimant()));
    }

    /** What is left of some budgets for a member. */
    Map<String, Long> left(Map<String, Yield.Use> uses, MemberId member) {
        Map<String, Long> left = new HashMap<>();
        uses.forEach((budget, use) -> left.put(
                budget, persons.had(budget, member) ? use.limit() : Math.max(0, use.limit() - store.taken(budget))));
        return left;
    }

    /** Of a repetition that came while the first was under way, nobody knows whose claim stands; it is taken for the first's, so that none is overdrawn. */
    private void settle(Commit commit, Collection<Demand> wanted) {
        Map<String, Long> used = commit instanceof Commit.Applied applied
                ? used(applied.postings())
                : commit instanceof Commit.Replayed replayed ? used(List.of(replayed.first())) : Map.of();
        wanted.forEach(each -> {
            long part = used.getOrDefault(each.key(), 0L);
            if (!each.piece() || part == 0) {
                settle(each.allotment(), each.claimant(), part);
            }
        });
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
            if (Stocks.concerns(claim)) {
                stocks.look(claim, now);
            } else {
                settle(claim.allotment(), claim.claimant(), used(claim));
            }
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

    /** By the key under which it was claimed. */
    private static Map<String, Long> used(List<Posting> postings) {
        Map<String, Long> used = new TreeMap<>();
        Demand.of(postings).forEach(each -> used.put(each.key(), each.amount()));
        return used;
    }
}
