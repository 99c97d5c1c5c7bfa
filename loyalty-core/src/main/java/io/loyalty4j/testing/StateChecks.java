package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.PLAIN;
import static io.loyalty4j.testing.Shop.order;
import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.ledger.State;
import io.loyalty4j.shop.Member;
import io.loyalty4j.store.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decision is handed the newest account, and the member's profile. */
final class StateChecks {
    private StateChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("a decision is handed the newest account", StateChecks::account),
                Clause.of("a decision about somebody new is handed an empty account", StateChecks::newcomer),
                Clause.of("a decision is handed the member's profile", StateChecks::profile),
                Clause.of("an answer has the state after it", StateChecks::after));
    }

    private static void account(Trial trial) {
        LoyaltyEngine loyalty = trial.engine(PLAIN);
        for (int i = 1; i < 6; i++) {
            loyalty.purchase(order(ANA, "o-" + i));
            State state = trial.proof().look(ANA, "o-" + i);
            Expect.equal("the version", (long) i, state.account().version());
            Expect.equal("the account", trial.store().find(ANA), Optional.of(state.account()));
        }
    }

    private static void newcomer(Trial trial) {
        State state = trial.proof().look(ANA, "1");
        Expect.equal("the state", State.of(Account.of(ANA)), state);
    }

    private static void profile(Trial trial) {
        LoyaltyEngine loyalty = trial.engine(PLAIN);
        Member first = Member.of(ANA).with("segment", "student");
        Member second = Member.of(ANA).with("segment", "teacher").birthday("02-29");
        for (Member each : List.of(first, second)) {
            loyalty.enrol(each);
            Expect.equal(
                    "the profile",
                    Optional.of(each),
                    trial.proof().look(ANA, "1").profile());
        }
        trial.store().delete(ANA);
        Expect.equal(
                "the profile", Optional.empty(), trial.proof().look(ANA, "1").profile());
    }

    private static void after(Trial trial) {
        List<Commit> commits = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            commits.add(trial.books(PLAIN, order(ANA, "o-" + i)));
        }
        Commit.Applied last = Expect.kind("the answer", Commit.Applied.class, commits.get(2));
        Expect.equal(
                "its account", trial.store().find(ANA), Optional.of(last.after().account()));
        Expect.equal("its postings", digests(trial.postings(ANA).subList(2, 3)), digests(last.postings()));
    }

    private static List<String> digests(List<Posting> postings) {
        return postings.stream().map(Alike::digest).toList();
    }
}
