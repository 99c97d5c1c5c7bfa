package io.loyalty4j.ledger;

import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What others publish about many tills at once; the numbers are those of the known answers. */
class ConcurrencyAnswersTest {
    private final Shop shop =
            Shop.with(aPointPerDollar().reward("hundred", discount("1.00").costs(100)));

    private List<Outcome> atOnce(int threads, IntFunction<Outcome> act) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Outcome>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                Callable<Outcome> one = () -> {
                    start.await();
                    return act.apply(number);
                };
                futures.add(pool.submit(one));
            }
            start.countDown();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    private Order redeeming(int number) {
        return shop.order("o-" + number, line("pin", "1.00")).redeem("hundred");
    }

    @Test
    @DisplayName("C1: 20 threads each redeem 100 from a balance of 100: exactly 1 succeeds")
    void onlyOneOfTwentyPays() throws Exception {
        shop.buys("o", "100.00");
        List<Outcome> outcomes = atOnce(20, number -> shop.engine().purchase(redeeming(number)));

        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Outcome.Applied)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Outcome.Refused)
                .hasSize(19);
        assertThat(shop.available()).isZero();
    }

    @Test
    void onlyOneOfTwentyReserves() throws Exception {
        shop.buys("o", "100.00");
        List<Outcome> outcomes = atOnce(20, number -> shop.engine().reserve(redeeming(number)));

        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Outcome.Applied)
                .hasSize(1);
        assertThat(shop.account().held()).isEqualTo(100);
    }

    @Test
    @DisplayName("C2: the same order delivered twice earns once")
    void theSameOrderEarnsOnce() {
        Receipt first = shop.buys("o-1", "100.00");

        assertThat(shop.tries(shop.order("o-1", line("goods", "100.00")))).isEqualTo(new Outcome.Replayed(first));
        assertThat(shop.available()).isEqualTo(100);
    }

    @Test
    @DisplayName("C2: the same order delivered by 20 threads at once earns once, and all see the same receipt")
    void theSameOrderByManyThreadsEarnsOnce() throws Exception {
        List<Outcome> outcomes =
                atOnce(20, number -> shop.engine().purchase(shop.order("o-1", line("goods", "100.00"))));

        assertThat(outcomes)
                .filteredOn(outcome -> outcome instanceof Outcome.Applied)
                .hasSize(1);
        assertThat(outcomes)
                .extracting(Outcome::receipt)
                .containsOnly(
                        shop.tries(shop.order("o-1", line("goods", "100.00"))).receipt());
        assertThat(shop.available()).isEqualTo(100);
    }
}
