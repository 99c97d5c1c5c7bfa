package io.loyalty4j.testing;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A shop's life is on every store as it is in memory. */
final class LifeChecks {
    private static final int STEPS = 300;

    private LifeChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("a shop's life is as in memory (1)", trial -> live(trial, 1)),
                Clause.of("a shop's life is as in memory (2)", trial -> live(trial, 2)),
                Clause.afterReopening(
                        "a shop's life that moves between processes is as in memory", trial -> live(trial, 3)));
    }

    private static void live(Trial trial, long seed) {
        Shopper shopper = new Shopper(seed);
        Life model = new Life(LoyaltyStore.inMemory(), trial.clock());
        Life tried = new Life(trial.store(), trial.clock());
        for (int step = 0; step < STEPS; step++) {
            String when = "seed " + seed + ", step " + step + ": ";
            if (step == STEPS / 2) {
                Stream.of(model, tried).forEach(each -> each.follow(LifeProgram.SECOND));
            }
            if (shopper.below(30) == 0) {
                tried.moveTo(trial.reopened());
            }
            step(trial, when, shopper, model, tried);
        }
        Expect.equal("all that is seen", Seen.of(model.store()), Seen.of(tried.store()));
        Expect.equal("what members share", model.taken(), tried.taken());
        Expect.that("the life was a full one", model.postings().size() > STEPS / 2);
        trial.proof().ofEverybody();
    }

    private static void step(Trial trial, String when, Shopper shopper, Life model, Life tried) {
        switch (shopper.below(14)) {
            case 0, 1 -> trial.clock().pass(Duration.ofMillis(1 + shopper.below(1_000_000_000)));
            case 2 -> Expect.equal(when + "what fell due", model.runDue(), tried.runDue());
            case 3 -> {
                List<Command> several = Stream.generate(shopper::next).limit(5).toList();
                Expect.equal(when + several, model.executeAll(several), tried.executeAll(several));
            }
            default -> {
                Command command = shopper.next();
                Expect.equal(when + command, model.execute(command), tried.execute(command));
                same(when, command.member(), model.store(), tried.store());
            }
        }
        Expect.equal(when + "when members are due", model.due(), tried.due());
        Expect.equal(when + "claims that are open", model.open(), tried.open());
    }

    private static void same(String when, MemberId member, LoyaltyStore model, LoyaltyStore tried) {
        Expect.equal(when + "the account", model.find(member), tried.find(member));
        Expect.equal(when + "the profile", model.profile(member), tried.profile(member));
    }
}
