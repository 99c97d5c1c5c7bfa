package io.loyalty4j.testing;

import static io.loyalty4j.testing.Shop.order;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Who has an older version of the program is what their accounts say. */
final class AdoptionChecks {
    private static final int VERSIONS = 4;

    private AdoptionChecks() {}

    static List<Clause> all() {
        return List.of(Clause.of("those of an older version are listed, the oldest first", AdoptionChecks::exact));
    }

    static LoyaltyProgram version(int number) {
        return Shop.waiting()
                .version("v" + number)
                .inForceFrom("2026-0" + (5 + number) + "-01")
                .build();
    }

    private static void exact(Trial trial) {
        SplittableRandom random = new SplittableRandom(20_261_121);
        List<LoyaltyEngine> machines = IntStream.range(0, VERSIONS)
                .mapToObj(number -> trial.engine(version(number)))
                .toList();
        for (int step = 0; step < 100; step++) {
            MemberId member = MemberId.of(random.nextInt(8));
            machines.get(random.nextInt(VERSIONS)).purchase(order(member, Integer.toString(step)));
            trial.clock().pass(Duration.ofHours(random.nextInt(40)));
            Instant before = trial.clock().instant().minus(Duration.ofDays(random.nextInt(60)));
            listed(trial.store(), before, 100);
            listed(trial.store(), before, 2);
        }
        Expect.equal("members", 8, trial.store().adoptedBefore(Trial.FAR, 100).size());
        trial.proof().ofEverybody();
    }

    private static void listed(LoyaltyStore store, Instant before, int limit) {
        List<Instant> expected = IntStream.range(0, 8)
                .mapToObj(MemberId::of)
                .flatMap(member -> store.find(member).stream())
                .map(account -> account.program().inForceFrom())
                .filter(from -> from.isBefore(before))
                .sorted()
                .limit(limit)
                .toList();
        Expect.equal(
                "versions older than " + before + ", at most " + limit,
                expected,
                store.adoptedBefore(before, limit).stream()
                        .map(member -> inForceFrom(store, member))
                        .toList());
    }

    static Instant inForceFrom(LoyaltyStore store, MemberId member) {
        return store.find(member)
                .map(Account::program)
                .map(Account.ProgramTerms::inForceFrom)
                .orElse(Instant.MAX);
    }
}
