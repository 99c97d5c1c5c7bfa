package io.loyalty4j.ledger;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.earn.EarnPlan;
import io.loyalty4j.ledger.Change.CounterSet;
import java.util.List;
import java.util.stream.Stream;

/** Rules whose challenge was met, or whose stamp card is full. */
final class Milestones {
    private Milestones() {}

    static List<String> of(Posting posting, OrderPosition promised) {
        return Stream.concat(challenges(posting), cards(posting, promised))
                .distinct()
                .sorted()
                .toList();
    }

    /** An edit takes back first what was met before, and that is set anew then. */
    private static Stream<String> challenges(Posting posting) {
        return posting.changes(CounterSet.class)
                .map(CounterSet::name)
                .distinct()
                .filter(name -> sets(posting, name).stream().allMatch(counter -> counter.value() > 0))
                .flatMap(name -> EarnPlan.challengeMet(name).stream());
    }

    private static Stream<String> cards(Posting posting, OrderPosition promised) {
        return first(posting, promised)
                ? promised
                        .terms()
                        .orElseThrow()
                        .calculation()
                        .filled(promised.remaining().lines())
                        .stream()
                : Stream.empty();
    }

    /** What a counter was set to, one after the other. */
    static List<Counter> sets(Posting posting, String name) {
        return posting.changes(CounterSet.class)
                .filter(set -> set.name().equals(name))
                .map(CounterSet::counter)
                .toList();
    }

    /** Whether nothing was promised for it before: all that was ever given for it and taken for its rewards is of this posting. */
    static boolean first(Posting posting, OrderPosition promised) {
        Receipt receipt = new Receipt(posting);
        Tally tally = promised.tally();
        return promised.revision() == 1
                || (tally.issued() == receipt.earned() && tally.redeemed() == receipt.redeemed());
    }
}
