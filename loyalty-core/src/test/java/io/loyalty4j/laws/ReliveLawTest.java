package io.loyalty4j.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Journal;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.WhatIf;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A journal that is lived once more under the program that booked it is the same journal, bit for bit. */
class ReliveLawTest {
    private static final int SCENARIOS = Math.min(100, Integer.getInteger("loyalty4j.laws.commands", 100_000) / 400);

    private final long seed = Chance.seed();

    @Test
    void underTheProgramThatBookedItAJournalComesOutTheSameBitForBit() {
        int postings = 0;
        for (int i = 0; i < SCENARIOS; i++) {
            Scenario scenario = alone(played(i));
            LoyaltyProgram program = scenario.program().built();
            LoyaltyStore store = new World(scenario, new Statistics()).run().store();
            for (MemberId member : Commands.MEMBERS) {
                Journal journal = journal(store, member);
                WhatIf again = journal.under(program);

                assertThat(again.refusals()).as("seed %d, case %d", seed, i).isEmpty();
                same(again.journal().postings(), journal.postings(), i);
                assertThat(again.account().hash())
                        .isEqualTo(store.find(member).map(Account::hash).orElse(""));
                postings += journal.postings().size();
            }
        }
        assertThat(postings).isGreaterThan(SCENARIOS);
    }

    /** Amounts may be written with more or fewer zeros. */
    private void same(List<Posting> again, List<Posting> first, int n) {
        for (int i = 0; i < first.size() && i < again.size(); i++) {
            assertThat(again.get(i).hash())
                    .as("seed %d, case %d%n%s%ncame out as%n%s", seed, n, first.get(i), again.get(i))
                    .isEqualTo(first.get(i).hash());
        }
        assertThat(again).as("seed %d, case %d", seed, n).hasSameSizeAs(first);
    }

    /** Whatever the other program is, what comes of it is a sound journal. */
    @Test
    void underAnyOtherProgramAJournalIsSoundToo() {
        for (int i = 0; i < SCENARIOS; i++) {
            Scenario scenario = played(i);
            LoyaltyProgram other = played(i + 1).program().built();
            LoyaltyStore store = new World(scenario, new Statistics()).run().store();
            for (MemberId member : Commands.MEMBERS) {
                Journal journal = journal(store, member);
                WhatIf would = journal.under(other);

                assertThat(would.journal().verify().findings())
                        .as("seed %d, case %d", seed, i)
                        .isEmpty();
                assertThat(would.refusals())
                        .hasSizeLessThanOrEqualTo(journal.postings().size());
                List<String> versions = would.journal().postings().stream()
                        .map(posting -> posting.header().programVersion())
                        .distinct()
                        .toList();
                assertThat(versions).isSubsetOf(other.version());
            }
        }
    }

    private static Journal journal(LoyaltyStore store, MemberId member) {
        Account account = store.find(member).orElseGet(() -> Account.of(member));
        List<Posting> postings = store.postings(member).toList();
        return Journal.of(account, postings);
    }

    /** The same without the version that follows. */
    private static Scenario alone(Scenario scenario) {
        return new Scenario(
                scenario.program(),
                Optional.empty(),
                scenario.steps().stream()
                        .map(step -> new Scenario.Step(step.at(), false, step.command()))
                        .toList());
    }

    private Scenario played(int n) {
        return Scenarios.played(Chance.seed(seed, n), 40, n % 2 == 0, new Statistics(), scenario -> {});
    }
}
