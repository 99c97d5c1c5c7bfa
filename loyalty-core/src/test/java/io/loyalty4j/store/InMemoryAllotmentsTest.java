package io.loyalty4j.store;

import static org.assertj.core.api.Assertions.assertThat;

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
