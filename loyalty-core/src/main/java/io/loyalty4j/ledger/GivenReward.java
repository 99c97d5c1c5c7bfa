package io.loyalty4j.ledger;

import io.loyalty4j.earn.Counter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A reward that a rule gave, to be used without a code.
 *
 * @param count how many, more than 0
 * @param until the first instant at which it is over
 */
public record GivenReward(String reward, long count, Instant until) {
    static List<GivenReward> of(Posting posting, OrderPosition promised) {
        OrderPosition.Terms terms = promised.terms().orElseThrow();
        Map<String, Long> due =
                new TreeMap<>(terms.calculation().rewards(promised.remaining().lines()));
        due.keySet().retainAll(terms.vouchers().keySet());
        due.replaceAll(
                (reward, count) -> count(posting, promised, terms.vouchers().getOrDefault(reward, ""), count));
        due.values().removeIf(count -> count <= 0);
        return due.entrySet().stream()
                .map(each -> new GivenReward(
                        each.getKey(),
                        each.getValue(),
                        Voucher.until(terms.vouchers().getOrDefault(each.getKey(), ""))))
                .toList();
    }

    /** What an edit gives once more was taken back first; what is owed is not given. */
    private static long count(Posting posting, OrderPosition promised, String voucher, long due) {
        List<Counter> sets = Milestones.sets(posting, voucher);
        boolean given = sets.size() == 1 || (sets.size() > 1 && Milestones.first(posting, promised));
        return given ? Math.min(due, sets.get(sets.size() - 1).value()) - coded(posting, voucher) : 0;
    }

    /** Those of a voucher that have codes: new ones, or those that they had before an edit. */
    private static long coded(Posting posting, String voucher) {
        return posting.changes(Change.CounterSet.class)
                .filter(set -> CodeCounter.is(set.name()) && set.counter().value() > 0)
                .filter(set -> CodeCounter.voucher(Map.of(set.name(), set.counter()), CodeCounter.hash(set.name()))
                        .filter(voucher::equals)
                        .isPresent())
                .map(Change.CounterSet::name)
                .distinct()
                .count();
    }
}
