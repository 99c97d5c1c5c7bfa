package io.loyalty4j.testing;

import static io.loyalty4j.testing.Trial.ANA;
import static io.loyalty4j.testing.Trial.BEN;

import io.loyalty4j.shop.Member;
import io.loyalty4j.store.LoyaltyStore;
import java.util.List;
import java.util.Optional;

/** Profiles, beside the journal. */
final class ProfileChecks {
    private static final Member FIRST = Member.of(ANA).with("segment", "student");
    private static final Member SECOND =
            Member.of(ANA).with("segment", "teacher").birthday("02-29").person("p-1");

    private ProfileChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("a profile is written only over the one that was seen", trial -> seen(trial.store())),
                Clause.of("a deleted profile is gone, and may be written anew", trial -> deleted(trial.store())));
    }

    private static void seen(LoyaltyStore store) {
        Expect.that("nothing over what is not there", !store.replace(Optional.of(SECOND), FIRST));
        Expect.that("the first", store.replace(Optional.empty(), FIRST));
        Expect.that("no other first", !store.replace(Optional.empty(), SECOND));
        Expect.that("nothing over what is another", !store.replace(Optional.of(SECOND), FIRST));
        Expect.equal("the profile", Optional.of(FIRST), store.profile(ANA));
        Expect.that("the second over the first", store.replace(Optional.of(FIRST), SECOND));
        Expect.that("not twice", !store.replace(Optional.of(FIRST), SECOND));
        Expect.equal("the profile", Optional.of(SECOND), store.profile(ANA));
        Expect.that("the same over itself", store.replace(Optional.of(SECOND), SECOND));
        Expect.equal("Ben's", Optional.empty(), store.profile(BEN));
        Expect.that("a profile is no account", store.find(ANA).isEmpty());
    }

    private static void deleted(LoyaltyStore store) {
        store.delete(ANA);
        store.replace(Optional.empty(), FIRST);
        store.replace(Optional.empty(), Member.of(BEN));
        store.delete(ANA);
        store.delete(ANA);
        Expect.equal("the profile", Optional.empty(), store.profile(ANA));
        Expect.equal("Ben's", Optional.of(Member.of(BEN)), store.profile(BEN));
        Expect.that("nothing over what was deleted", !store.replace(Optional.of(FIRST), SECOND));
        Expect.that("a new one", store.replace(Optional.empty(), SECOND));
        Expect.equal("the profile", Optional.of(SECOND), store.profile(ANA));
    }
}
