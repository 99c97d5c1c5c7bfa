package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.reward;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Shop;
import io.loyalty4j.program.AttemptLimiter;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal.VoucherNotAccepted;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** People who guess codes, and people who use one code many times at once. */
class VoucherAttackTest {
    private static final Refusal NO = new VoucherNotAccepted();
    private static final MemberId ANA = MemberId.of("ana");
    private static final int THREADS = 8;

    private final HandClock clock = HandClock.at("2026-11-21T12:00:00Z");
    private final LoyaltyStore store = LoyaltyStore.inMemory();
    private final LoyaltyProgram program = aPointPerDollar()
            .earn("thanks", reward("thanks-5"))
            .reward("thanks-5", discount("5.00").free().withVoucher(Duration.ofDays(30)))
            .build();

    private LoyaltyEngine engine(AttemptLimiter limiter) {
        return LoyaltyEngine.builder(program)
                .store(store)
                .clock(clock)
                .voucherKey(Shop.KEY)
                .voucherAttempts(limiter)
                .build();
    }

    private static Order order(String id) {
        return Order.of(ANA, id).currency("USD").line(OrderLine.of("goods", "20.00"));
    }

    private static String given(LoyaltyEngine engine) {
        return engine.purchase(order("A-1")).receipt().vouchers().get(0).code().orElseThrow();
    }

    private static <T> List<T> inParallel(int times, IntFunction<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(() -> task.apply(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Counts what the limiter behind it is told. */
    private static final class Counting implements AttemptLimiter {
        private final AttemptLimiter limiter = AttemptLimiter.perHour(10);
        private final AtomicInteger misses = new AtomicInteger();

        @Override
        public boolean allows(Order order, Instant now) {
            return limiter.allows(order, now);
        }

        @Override
        public void missed(Order order, Instant now) {
            misses.incrementAndGet();
            limiter.missed(order, now);
        }
    }

    /** Fault 66. */
    @Test
    void aHundredThousandGuessesAreAnsweredAlikeAndAllButAFewAreNotLookedAt() throws Exception {
        Counting limiter = new Counting();
        LoyaltyEngine engine = engine(limiter);
        String code = given(engine);
        Set<Optional<Refusal>> answers = ConcurrentHashMap.newKeySet();
        inParallel(100_000, i -> {
            Order guess = order("B-" + i).voucher(Shop.KEY.code(ANA, "guess", i).text());
            return answers.add(
                    i % 100 == 0
                            ? engine.reserve(guess).refusal()
                            : i % 3 == 0
                                    ? engine.purchase(guess).refusal()
                                    : engine.quote(guess).refusal());
        });
        assertThat(answers).containsExactly(Optional.of(NO));
        assertThat(limiter.misses.get()).isBetween(10, 10 + THREADS);
        assertThat(engine.purchase(order("C-1").voucher(code)).refusal())
                .as("the right code now")
                .contains(NO);
        assertThat(engine.executeAll(List.of(order("C-1").voucher(code))).get(0).refusal())
                .contains(NO);
        clock.pass(Duration.ofHours(1));
        assertThat(engine.purchase(order("C-1").voucher(code)).receipt().discount())
                .as("an hour later")
                .isPresent();
    }

    @Test
    void whatIsBookedIsReplayedWhateverTheLimitSays() {
        LoyaltyEngine engine = engine(AttemptLimiter.perHour(1));
        String code = given(engine);
        Order order = order("C-1").voucher(code);
        assertThat(engine.purchase(order)).isInstanceOf(Outcome.Applied.class);
        assertThat(engine.quote(order("C-2").voucher("guess")).refusal()).contains(NO);
        assertThat(engine.purchase(order)).isInstanceOf(Outcome.Replayed.class);
        assertThat(engine.quote(order("C-2")).refusal()).as("without a code").isEmpty();
    }

    @Test
    void anAttemptIsOneMissWhicheverWayItIsMade() {
        Counting limiter = new Counting();
        LoyaltyEngine engine = engine(limiter);
        Order guess = order("B-1").voucher("guess");
        engine.quote(guess);
        engine.reserve(guess);
        engine.purchase(guess);
        engine.executeAll(List.of(guess, order("B-2").voucher("guess")));
        assertThat(limiter.misses).hasValue(5);
    }

    /** Fault 67. */
    @Test
    void aCodeThatIsUsedAHundredTimesAtOnceIsGoodOnce() throws Exception {
        LoyaltyEngine engine = engine(AttemptLimiter.none());
        String code = given(engine);
        List<Outcome> outcomes =
                inParallel(100, i -> engine.purchase(order("B-" + i).voucher(code)));
        assertThat(outcomes.stream().filter(Outcome.Applied.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().flatMap(outcome -> outcome.refusal().stream()))
                .hasSize(99)
                .containsOnly(NO);
        assertThat(engine.journal(ANA).verify().findings()).isEmpty();
    }
}
