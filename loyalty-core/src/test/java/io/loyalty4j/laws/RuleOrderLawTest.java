package io.loyalty4j.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.earn.Calculation;
import io.loyalty4j.earn.KeptLines;
import io.loyalty4j.earn.KeptLines.KeptLine;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Circumstances;
import io.loyalty4j.ledger.Decisions;
import io.loyalty4j.ledger.OrderPosition;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.State;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Law 7: the order in which a program lists its rules is of no account. */
class RuleOrderLawTest {
    private static final Instant NOW = Instant.parse("2026-05-05T10:00:00Z");
    private static final int CASES = Math.min(1000, Integer.getInteger("loyalty4j.laws.commands", 100_000) / 100);

    private final long seed = Chance.seed();

    @Test
    void listingTheRulesInAnotherOrderGivesTheSameAwards() {
        State nobody = State.of(Account.of(MemberId.of("ana")));
        for (int i = 0; i < CASES; i++) {
            Chance chance = Chance.of(Chance.seed(seed, i));
            ProgramSpec program = new Programs(chance, false).first();
            Order order = new Orders(chance, program).of(MemberId.of("ana"), "o", NOW);
            Quote listed = Decisions.quote(program.built(), nobody, order, Circumstances.at(NOW));
            Quote otherwise = Decisions.quote(
                    program.built(chance.shuffled(program.rules())), nobody, order, Circumstances.at(NOW));
            assertThat(told(otherwise)).as("seed %d, %s", seed, program).isEqualTo(told(listed));
        }
    }

    @Test
    void frozenContributionsInAnotherOrderGiveTheSameShares() {
        for (int i = 0; i < CASES / 20; i++) {
            long own = Chance.seed(seed, i);
            Scenario scenario = Scenarios.played(own, 40, false, new Statistics(), again -> {});
            LoyaltyStore store = new World(scenario, new Statistics()).run().store();
            store.postings()
                    .flatMap(posting -> OrderBook.subject(posting).stream()
                            .flatMap(order -> store.order(posting.header().member(), order).stream()))
                    .filter(OrderPosition::purchased)
                    .distinct()
                    .forEach(position -> compare(position, Chance.of(own)));
        }
    }

    /** All that a quote says. */
    private static List<Object> told(Quote quote) {
        return List.of(quote.awards(), quote.workings(), quote.silent(), quote.toPay(), quote.explain());
    }

    private void compare(OrderPosition position, Chance chance) {
        OrderPosition.Terms terms = position.terms().orElseThrow();
        KeptLines lines = KeptLines.of(position.lines().stream()
                .map(line -> new KeptLine(line.id(), line.quantity(), line.basis()))
                .toList());
        List<Calculation.Share> frozen =
                new Calculation(terms.contributions(), terms.stacking(), terms.rounding(), terms.most()).shares(lines);
        List<Calculation.Share> otherwise = new Calculation(
                        chance.shuffled(terms.contributions()), terms.stacking(), terms.rounding(), terms.most())
                .shares(lines);
        assertThat(Set.copyOf(otherwise)).as("seed %d, %s", seed, position).isEqualTo(Set.copyOf(frozen));
    }
}
