package io.loyalty4j.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.store.Allotments.Claim;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the store in memory promises of amounts that members share. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class InMemoryAllotmentsTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private final long seed = Long.getLong("loyalty4j.laws.seed", System.nanoTime());
    private final Allotments allotments = LoyaltyStore.inMemory();

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    @Test
    void a_repeated_claim_is_counted_once_and_a_repeated_settlement_too() {
        assertThat(allotments.claim("spring", "ana", 30, 100, at(0))).isEqualTo(30);
        assertThat(allotments.claim("spring", "ana", 30, 100, at(1))).isEqualTo(30);
        assertThat(allotments.taken("spring")).isEqualTo(30);

        allotments.settle("spring", "ana", 20);
        allotments.settle("spring", "ana", 20);
        assertThat(allotments.taken("spring")).isEqualTo(20);
    }

    @Test
    void allotments_do_not_mix() {
        allotments.claim("spring", "ana", 30, 30, NOON);

        assertThat(allotments.claim("autumn", "ana", 30, 30, NOON)).isEqualTo(30);
        allotments.settle("spring", "ana", 0);
        assertThat(allotments.taken("spring")).isZero();
        assertThat(allotments.taken("autumn")).isEqualTo(30);
    }

    @Test
    void too_much_use_is_refused_and_the_grant_stays_open() {
        allotments.claim("spring", "ana", 30, 100, NOON);

        assertThatThrownBy(() -> allotments.settle("spring", "ana", 31)).isInstanceOf(IllegalArgumentException.class);

        assertThat(allotments.taken("spring")).isEqualTo(30);
        assertThat(allotments.unsettled(FAR, 10)).containsExactly(new Claim("spring", "ana", NOON));
    }

    @Test
    void what_was_given_back_or_never_granted_leaves_nothing_to_see() {
        allotments.claim("spring", "ana", 30, 100, NOON);
        allotments.settle("spring", "ana", 0);
        allotments.settle("summer", "ana", 5);
        assertThat(allotments.claim("autumn", "ana", 1, 0, NOON)).isZero();
        assertThat(allotments.claim("winter", "ana", 0, 1, NOON)).isZero();

        assertThat(allotments.unsettled(FAR, 10)).isEmpty();
        assertThat(List.of("spring", "summer", "autumn", "winter"))
                .allSatisfy(name -> assertThat(allotments.taken(name)).isZero())
                .allSatisfy(name -> assertThat(allotments.claimant(name)).isEmpty());
    }

    @Test
    void the_claimant_of_one_is_who_has_it() {
        assertThat(allotments.claim("token", "ana", 1, 1, at(0))).isEqualTo(1);
        assertThat(allotments.claim("token", "ben", 1, 1, at(1))).isZero();
        assertThat(allotments.claimant("token")).contains("ana");

        allotments.settle("token", "ana", 0);
        assertThat(allotments.claimant("token")).isEmpty();

        assertThat(allotments.claim("token", "ben", 1, 1, at(2))).isEqualTo(1);
        allotments.settle("token", "ben", 1);
        assertThat(allotments.claim("token", "ana", 1, 1, at(3))).isZero();
        assertThat(allotments.claimant("token")).contains("ben");
    }

    @Nested
    final class Unsettled_claims {
        private final Claim ana = new Claim("spring", "ana", at(3));
        private final Claim ben = new Claim("autumn", "ben", at(1));
        private final Claim cem = new Claim("spring", "cem", at(2));

        Unsettled_claims() {
            List.of(ana, ben, cem)
                    .forEach(each -> allotments.claim(each.allotment(), each.claimant(), 1, 9, each.at()));
        }

        @Test
        void are_listed_from_the_oldest_on() {
            assertThat(allotments.unsettled(FAR, 10)).containsExactly(ben, cem, ana);
            assertThat(allotments.unsettled(FAR, 2)).containsExactly(ben, cem);
            assertThat(allotments.unsettled(at(3), 10)).as("before").containsExactly(ben, cem);
            assertThat(allotments.unsettled(at(1), 10)).isEmpty();
        }

        @Test
        void of_one_moment_are_listed_each() {
            allotments.claim("autumn", "ana", 1, 9, at(1));
            allotments.claim("spring", "dee", 1, 9, at(1));

            assertThat(allotments.unsettled(at(2), 10))
                    .containsExactlyInAnyOrder(
                            ben, new Claim("autumn", "ana", at(1)), new Claim("spring", "dee", at(1)));
        }

        @Test
        void go_to_the_end_when_asked_again() {
            allotments.claim("autumn", "ben", 1, 9, at(4));

            assertThat(allotments.unsettled(FAR, 10)).containsExactly(cem, ana, new Claim("autumn", "ben", at(4)));
        }

        @Test
        void are_gone_once_settled() {
            allotments.settle("spring", "cem", 1);
            allotments.settle("autumn", "ben", 0);

            assertThat(allotments.unsettled(FAR, 10)).containsExactly(ana);
        }
    }

    @Nested
    final class Many_at_once {
        private static final int CLAIMANTS = 200;
        private static final long LIMIT = 3_000;

        private long wanted(int number) {
            return new SplittableRandom(seed + number).nextLong(20, 60);
        }

        @Test
        void get_the_limit_together_and_not_one_more() throws Exception {
            List<Long> grants = AtOnce.times(
                    CLAIMANTS, number -> allotments.claim("spring", "c" + number, wanted(number), LIMIT, NOON));

            assertThat(grants.stream().mapToLong(Long::longValue).sum())
                    .as("seed %d", seed)
                    .isEqualTo(LIMIT)
                    .isEqualTo(allotments.taken("spring"));
        }

        @Test
        void who_are_one_get_one_grant() throws Exception {
            List<Long> grants = AtOnce.times(50, number -> allotments.claim("spring", "ana", 30, LIMIT, at(number)));

            assertThat(grants).containsOnly(30L);
            assertThat(allotments.taken("spring")).isEqualTo(30);
            assertThat(allotments.unsettled(FAR, 100)).hasSize(1);
        }

        @Test
        void want_the_only_one_and_one_has_it() throws Exception {
            List<Long> grants = AtOnce.times(CLAIMANTS, number -> allotments.claim("token", "c" + number, 1, 1, NOON));

            assertThat(grants).containsOnlyOnce(1L);
            assertThat(allotments.claimant("token")).contains("c" + grants.indexOf(1L));
        }

        @Test
        void claim_and_settle_and_what_stays_is_what_was_used() throws Exception {
            List<Long> used = AtOnce.times(CLAIMANTS, this::claimAndSettleOften);

            long sum = used.stream().mapToLong(Long::longValue).sum();
            assertThat(allotments.taken("spring"))
                    .as("seed %d", seed)
                    .isEqualTo(sum)
                    .isBetween(1L, LIMIT);
            assertThat(allotments.unsettled(FAR, 10)).isEmpty();
            assertThat(allotments.claim("spring", "last", LIMIT, LIMIT, NOON)).isEqualTo(LIMIT - sum);
        }

        /** What it used. */
        private long claimAndSettleOften(int number) {
            SplittableRandom random = new SplittableRandom(seed + number);
            long sum = 0;
            for (int round = 0; round < 50; round++) {
                long grant = allotments.claim("spring", "c" + number, random.nextLong(500), LIMIT, at(round));
                assertThat(allotments.taken("spring")).isBetween(grant, LIMIT);
                long used = Math.min(grant, random.nextLong(10));
                allotments.settle("spring", "c" + number, used);
                sum += used;
            }
            return sum;
        }
    }

    @Nested
    final class Whatever_is_claimed_and_settled {
        private final Map<String, Ledger> ledgers = new HashMap<>();
        private final SplittableRandom random = new SplittableRandom(seed);

        @Test
        void is_as_in_a_ledger_that_counts_one_by_one() {
            for (int step = 0; step < 20_000; step++) {
                int number = random.nextInt(4);
                String name = "a" + number;
                String claimant = "c" + random.nextInt(5);
                Ledger ledger = ledgers.computeIfAbsent(name, Ledger::new);
                if (random.nextInt(100) == 0) {
                    startAfresh(name, ledger);
                } else if (random.nextBoolean()) {
                    claim(ledger, claimant, random.nextLong(-2, 20), number == 0 ? 1 : 40L * number, at(step));
                } else {
                    settle(ledger, claimant);
                }
                isSeen(ledger, "seed " + seed + " step " + step);
            }
        }

        /** Under another name, for what is used is used for ever. */
        private void startAfresh(String name, Ledger old) {
            List.copyOf(old.open.keySet()).forEach(claimant -> {
                old.settle(claimant, 0);
                allotments.settle(old.name, claimant, 0);
            });
            ledgers.put(name, new Ledger(name + "/" + random.nextLong()));
        }

        private void claim(Ledger ledger, String claimant, long wanted, long limit, Instant at) {
            long expected = ledger.claim(claimant, wanted, limit, at);

            assertThat(allotments.claim(ledger.name, claimant, wanted, limit, at))
                    .isEqualTo(expected);
            assertThat(allotments.taken(ledger.name)).isLessThanOrEqualTo(limit);
        }

        private void settle(Ledger ledger, String claimant) {
            long used = random.nextLong(ledger.open.getOrDefault(claimant, 0L) + 1) / (1 + random.nextInt(4));
            ledger.settle(claimant, used);
            allotments.settle(ledger.name, claimant, used);
        }

        private void isSeen(Ledger ledger, String when) {
            assertThat(allotments.taken(ledger.name)).as(when).isEqualTo(ledger.taken());
            assertThat(allotments.claimant(ledger.name)).as(when).isEqualTo(ledger.claimant());
            assertThat(allotments.unsettled(FAR, 100))
                    .as(when)
                    .isEqualTo(ledgers.values().stream()
                            .flatMap(each -> each.claims().stream())
                            .sorted(Comparator.comparing(Claim::at))
                            .toList());
        }
    }

    /** An allotment as a child would keep it. */
    private static final class Ledger {
        private final String name;
        private final Map<String, Long> open = new HashMap<>();
        private final Map<String, Instant> asked = new HashMap<>();
        private long used;
        private Optional<String> first = Optional.empty();

        Ledger(String name) {
            this.name = name;
        }

        long taken() {
            long taken = used;
            for (long each : open.values()) {
                taken += each;
            }
            return taken;
        }

        long claim(String claimant, long wanted, long limit, Instant at) {
            while (open.getOrDefault(claimant, 0L) < wanted && taken() < limit) {
                open.merge(claimant, 1L, Long::sum);
            }
            if (wanted > 0 && open.containsKey(claimant)) {
                asked.put(claimant, at);
            }
            return open.getOrDefault(claimant, 0L);
        }

        void settle(String claimant, long part) {
            if (open.remove(claimant) != null) {
                asked.remove(claimant);
                used += part;
                first = part > 0 && first.isEmpty() ? Optional.of(claimant) : first;
            }
        }

        Optional<String> claimant() {
            return first.or(
                    () -> claims().stream().min(Comparator.comparing(Claim::at)).map(Claim::claimant));
        }

        List<Claim> claims() {
            return asked.entrySet().stream()
                    .map(each -> new Claim(name, each.getKey(), each.getValue()))
                    .toList();
        }
    }
}
