package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.shop.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** An account of many lots. */
final class LotChecks {
    private static final int LOTS = 900;

    private LotChecks() {}

    static List<Clause> all() {
        return List.of(Clause.of("an account may have 900 lots, and its statement is read in pages", LotChecks::lots));
    }

    private static void lots(Trial trial) {
        LoyaltyEngine loyalty = trial.engine(PLAIN);
        List<Order> orders = IntStream.range(0, LOTS)
                .mapToObj(number -> order(ANA, "o-" + number, "1.00", 1))
                .toList();
        for (int from = 0; from < LOTS; from += 100) {
            loyalty.executeAll(orders.subList(from, from + 100));
        }
        Expect.equal("points", (long) LOTS, loyalty.account(ANA).available());
        Expect.equal("lots", LOTS, loyalty.account(ANA).lots().size());
        Journal journal = loyalty.journal(ANA);
        List<Journal.Line> lines = new ArrayList<>();
        List<Journal.Line> page = journal.statement(0, 70);
        while (!page.isEmpty()) {
            lines.addAll(page);
            page = journal.statement(page.get(page.size() - 1).version(), 70);
        }
        Expect.equal("the statement in pages", journal.statement(), lines);
        Expect.equal("findings", List.of(), journal.verify().findings());
    }
}
