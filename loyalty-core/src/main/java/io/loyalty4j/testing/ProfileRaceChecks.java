package io.loyalty4j.testing;

import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.shop.Member;
import io.loyalty4j.store.LoyaltyStore;
import java.util.List;
import java.util.Optional;

/** Profiles that many replace at once. */
final class ProfileRaceChecks {
    private static final Member FIRST = Member.of(ANA).with("segment", "student");
    private static final Member SECOND =
            Member.of(ANA).with("segment", "teacher").birthday("02-29").person("p-1");

    private ProfileRaceChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("of many who replace a profile at once, one does", ProfileRaceChecks::winner),
                Clause.afterReopening("another process knows the profile", ProfileRaceChecks::reopened));
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
