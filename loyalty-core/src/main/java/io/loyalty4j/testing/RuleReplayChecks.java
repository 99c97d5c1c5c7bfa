package io.loyalty4j.testing;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.Order;
import java.util.List;

/** What was said before the purchase, with it and after it is one. */
final class RuleReplayChecks {
    private RuleReplayChecks() {}

    static List<RuleClause> all() {
        return List.of(
                new RuleClause(
                        "the purchase gives what the quote said",
                        trial -> trial.onOrders(scene -> quoted(trial, scene))),
                new RuleClause(
                        "sent again, it is answered by the first receipt",
                        trial -> trial.onEach(scene -> replayed(trial, scene))));
    }

    private static void quoted(RuleTrial trial, RuleScene scene) {
        Order order = scene.order().orElseThrow();
        RuleVisit visit = RuleVisit.to(trial.plain(), scene);
        Quote quote = visit.quotes(order);
        Said said = Said.of(quote);
        Receipt receipt = visit.books(order);
        Expect.equal(
                scene + ": the rule, quoted and purchased",
                said,
                Said.of(receipt).quoted());
        Expect.equal(scene + ": points, quoted and purchased", quote.points(), receipt.earned());
    }

    private static void replayed(RuleTrial trial, RuleScene scene) {
        RuleVisit visit = RuleVisit.to(trial.plain(), scene);
        Receipt first = visit.books(scene.sample());
        Said said = Said.of(first);
        RuleState after = state(visit, scene);
        Outcome.Replayed again =
                Expect.kind(scene + ": sent again", Outcome.Replayed.class, visit.answers(scene.sample()));
        Expect.equal(scene + ": the receipt, sent again", first, again.receipt());
        Expect.equal(scene + ": what the rule said, sent again", said, Said.of(again.receipt()));
        after.expect(scene + ": the account, sent again", state(visit, scene));
    }

    private static RuleState state(RuleVisit visit, RuleScene scene) {
        return RuleState.of(visit, scene.sample().member(), scene.order().flatMap(visit::position));
    }
}
