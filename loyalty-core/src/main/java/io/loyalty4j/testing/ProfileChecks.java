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
                Clause.of("a deleted profile is gone, and may be written anew", trial -> deleted(trial.store())),
                Clause.of("of many who replace a profile at once, one does", ProfileChecks::winner),
                Clause.afterReopening("another process knows the profile", ProfileChecks::reopened));
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

    private static void winner(Trial trial) throws Exception {
        Optional<Member> before = Optional.empty();
        for (int round = 0; round < 10; round++) {
            Optional<Member> old = before;
            String mark = "round-" + round;
            List<Boolean> written = AtOnce.times(
                    16, number -> trial.store().replace(old, Member.of(ANA).with(mark, Integer.toString(number))));
            Expect.equal(
                    "those who wrote", 1L, written.stream().filter(each -> each).count());
            before = Optional.of(Member.of(ANA).with(mark, Integer.toString(written.indexOf(true))));
            Expect.equal("the profile", before, trial.store().profile(ANA));
        }
    }

    private static void reopened(Trial trial) {
        trial.store().replace(Optional.empty(), FIRST);
        LoyaltyStore other = trial.reopened();
        Expect.equal("the profile", Optional.of(FIRST), other.profile(ANA));
        Expect.that("it is what was seen", other.replace(Optional.of(FIRST), SECOND));
        Expect.that("the first is no more", !trial.store().replace(Optional.of(FIRST), FIRST));
        other.delete(ANA);
        Expect.equal("the profile", Optional.empty(), trial.store().profile(ANA));
    }
}
