package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Bucket.ISSUED;
import static io.loyalty4j.ledger.Bucket.REDEEMED;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Nothing is taken back that an order did not give, nothing given back that it did not take, in all and of each lot. */
final class OrderAudit {
    private final Findings findings;
    private final LotAudit lots;
    private final Map<String, OrderPosition> positions = new HashMap<>();
    private final Map<String, Map<String, Taken>> taken = new HashMap<>();
    /** Those that began before the journal does. */
    private final Set<String> older = new HashSet<>();

    OrderAudit(Findings findings, LotAudit lots) {
        this.findings = findings;
        this.lots = lots;
    }

    /** Goes on with orders that it has not seen begin, of which it says nothing. */
    void begin(Change.Restated restated) {
        older.addAll(restated.orders());
    }

    /** Names of all orders so far. */
    List<String> orders() {
        return Stream.concat(older.stream(), positions.keySet().stream())
                .sorted()
                .toList();
    }

    /** Those that it has seen begin, as they now are. */
    Map<String, OrderPosition> positions() {
        return positions;
    }

    void next(Posting posting) {
        posting.changes(Change.OrderSet.class)
                .map(Change.OrderSet::delta)
                .filter(delta -> !older.contains(delta.order()))
                .forEach(delta -> next(posting, delta));
    }

    private void next(Posting posting, OrderPosition.Delta delta) {
        Optional<OrderPosition> before = Optional.ofNullable(positions.get(delta.order()));
        OrderPosition after = OrderPosition.after(before, posting.header().member(), delta);
        positions.put(delta.order(), after);
        Map<String, Taken> own = taken.computeIfAbsent(delta.order(), order -> new HashMap<>());
        posting.entries().forEach(entry -> take(own, entry));
        String order = "the order " + delta.order();
        tally(order, after.tally());
        stakes(order, after, own);
        after.lines()
                .forEach(line -> findings.check(
                        0 <= line.returned() && line.returned() <= line.quantity(),
                        order + " got back " + line.returned() + " of " + line.quantity() + " " + line.id()));
    }

    private static void take(Map<String, Taken> own, Entry entry) {
        if (entry.to() == REDEEMED) {
            own.merge(entry.lot(), new Taken(entry.points(), 0), Taken::plus);
        } else if (entry.from() == REDEEMED) {
            own.merge(entry.lot(), new Taken(0, entry.points()), Taken::plus);
        }
    }

    private void tally(String order, Tally tally) {
        findings.check(
                tally.due() <= tally.issued() && tally.clawedBack() <= tally.due(),
                order + " gave " + tally.issued() + ", is to give back " + tally.due() + " and gave back "
                        + tally.clawedBack());
        findings.check(
                tally.restored() <= tally.redeemed(),
                order + " took " + tally.redeemed() + " and gave back " + tally.restored());
    }

    private void stakes(String order, OrderPosition position, Map<String, Taken> own) {
        List<Stake> stakes = position.stakes();
        long issued = stakes.stream()
                .filter(Stake::own)
                .mapToLong(stake -> -lots.in(stake.lot(), ISSUED))
                .sum();
        findings.check(
                issued == position.tally().issued(),
                order + " says it gave " + position.tally().issued() + ", its lots were given " + issued);
        if (!position.order().startsWith("~")) {
            taken(order, position, own);
        }
    }

    /** What orders took of lots they redeemed; what else takes of lots redeems nothing. */
    private void taken(String order, OrderPosition position, Map<String, Taken> own) {
        List<Stake> stakes = position.stakes();
        Map<String, Taken> said = new HashMap<>();
        stakes.stream().filter(stake -> !stake.own()).forEach(stake -> {
            findings.check(
                    0 <= stake.back() && stake.back() <= stake.points(),
                    order + " took " + stake.points() + " of " + stake.lot() + " and gave back " + stake.back());
            said.merge(stake.lot(), new Taken(stake.points(), stake.back()), Taken::plus);
        });
        findings.check(
                said.equals(own),
                order + " says of " + new TreeSet<>(said.keySet()) + " " + said.values() + ", its entries of "
                        + new TreeSet<>(own.keySet()) + " " + own.values());
        Taken all = said.values().stream().reduce(new Taken(0, 0), Taken::plus);
        Tally tally = position.tally();
        findings.check(
                all.equals(new Taken(tally.redeemed(), tally.restored())),
                order + " says it took " + tally.redeemed() + " and gave back " + tally.restored() + ", of lots "
                        + all.points() + " and " + all.back());
    }

    /** Points an order took of a lot, and gave back. */
    private record Taken(long points, long back) {
        Taken plus(Taken more) {
            return new Taken(points + more.points, back + more.back);
        }
    }
}
