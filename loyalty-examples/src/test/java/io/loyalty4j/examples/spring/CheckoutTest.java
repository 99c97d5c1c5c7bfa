package io.loyalty4j.examples.spring;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.examples.Databases;
import io.loyalty4j.jdbc.JdbcLoyaltyStore;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.LoyaltyException.ConcurrentUpdateException;
import io.loyalty4j.shop.LoyaltyException.RefusedException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** A Spring shop on a real PostgreSQL. */
class CheckoutTest {
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.named("spring-shop")
            .currency("EUR")
            .zone("Europe/Berlin")
            .earn("base", points(1).per("1.00"))
            .earn("launch", points(10).perOrder().atMostPoints(1_000_000).inAll())
            .reward("cash-10", discount("10.00").costs(500))
            .expiry(Expiry.afterInactivity(Period.ofMonths(12)))
            .build();
    private static final AnnotationConfigApplicationContext SPRING = new AnnotationConfigApplicationContext();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final MemberId member = MemberId.of("m-" + NUMBERS.incrementAndGet());
    private final Checkout checkout = SPRING.getBean(Checkout.class);
    private final Till till = SPRING.getBean(Till.class);
    private final OrderTable orders = SPRING.getBean(OrderTable.class);
    private final LoyaltyEngine loyalty = SPRING.getBean(LoyaltyEngine.class);
    private final ShopTransactions transactions = SPRING.getBean(ShopTransactions.class);

    @BeforeAll
    static void start() {
        SPRING.register(OfTheShop.class, LoyaltyConfiguration.class);
        SPRING.refresh();
        SPRING.getBean(JdbcLoyaltyStore.class).createSchema();
        SPRING.getBean(OrderTable.class).create();
    }

    @AfterAll
    static void stop() {
        SPRING.close();
    }

    private Order order(String price) {
        return Order.of(member, "A-" + NUMBERS.incrementAndGet())
                .currency("EUR")
                .line(OrderLine.of("soap", price));
    }

    private long balance() {
        assertThat(loyalty.journal(member).verify().findings()).isEmpty();
        return loyalty.account(member).available();
    }

    /** Another engine, in transactions of its own, as in another process. */
    private static LoyaltyEngine elsewhere() {
        return LoyaltyEngine.builder(PROGRAM)
                .store(JdbcLoyaltyStore.on(SPRING.getBean(DataSource.class)))
                .build();
    }

    @Test
    void commitsAnOrderAndItsPointsTogether() {
        Order order = order("20.00");

        assertThat(till.paid(order).earned()).isEqualTo(30);

        assertThat(orders.has(order.id())).isTrue();
        assertThat(balance()).isEqualTo(30);
        assertThat(elsewhere().account(member).available()).isEqualTo(30);
    }

    @Test
    void showsNobodyElseWhatIsNotCommitted() {
        transactions.run(() -> {
            checkout.paid(order("20.00"));
            assertThat(balance()).isEqualTo(30);
            assertThat(elsewhere().account(member).available()).isZero();
        });
        assertThat(elsewhere().account(member).available()).isEqualTo(30);
    }

    @Test
    void rollsBothBackWhenTheShopFailsAfterwards() {
        till.paid(order("20.00"));
        Order order = order("50.00");

        assertThatThrownBy(() -> transactions.run(() -> {
                    checkout.paid(order);
                    throw new IllegalStateException("the parcel service is down");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(orders.has(order.id())).isFalse();
        assertThat(balance()).isEqualTo(30);
        till.paid(order);
        assertThat(balance()).isEqualTo(30 + 60);
    }

    @Nested
    class WhenARewardIsRefused {
        private final Order order = order("20.00").redeem("cash-10");

        @Test
        void theOrderIsNotThereIfTheShopWantsThat() {
            assertThatThrownBy(() -> till.paid(order))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("cash-10 needs 500 points, 0 are available");

            assertThat(orders.has(order.id())).isFalse();
            assertThat(balance()).isZero();
        }

        @Test
        void theOrderIsThereWithoutItIfTheShopWantsThat() {
            assertThat(checkout.paidInAnyCase(order).earned()).isEqualTo(30);

            assertThat(orders.has(order.id())).isTrue();
            assertThat(balance()).isEqualTo(30);
        }
    }

    @Nested
    class WhenAnotherTillWritesTheAccountMeanwhile {
        private final Order order = order("20.00");

        private void collides() {
            loyalty.account(member);
            elsewhere().purchase(order("100.00"));
            orders.paid(order);
            loyalty.purchase(order);
        }

        @Test
        void theTransactionIsRolledBackAlsoIfTheShopSwallowsIt() {
            elsewhere().purchase(order("1.00"));
            List<Boolean> marked = new ArrayList<>();

            transactions.runOnOneView(() -> {
                try {
                    collides();
                } catch (ConcurrentUpdateException e) {
                    marked.add(
                            TransactionAspectSupport.currentTransactionStatus().isRollbackOnly());
                }
            });

            assertThat(marked).containsExactly(true);
            assertThat(orders.has(order.id())).isFalse();
            assertThat(balance()).isEqualTo(11 + 110);
        }

        @Test
        void allOfItIsDoneAgain() throws Exception {
            int tills = 8;
            ExecutorService threads = Executors.newFixedThreadPool(tills);
            try {
                List<Future<Long>> earned = new ArrayList<>();
                for (int i = 0; i < tills; i++) {
                    Order each = order("20.00");
                    earned.add(threads.submit(() -> till.paid(each).earned()));
                }
                for (Future<Long> each : earned) {
                    assertThat(each.get()).isEqualTo(30);
                }
            } finally {
                threads.shutdown();
            }
            assertThat(balance()).isEqualTo(tills * 30L);
        }
    }

    @Nested
    class TheHousekeeping {
        @Test
        void booksWhatIsDueInTransactionsOfItsOwn() {
            LoyaltyEngine before = LoyaltyEngine.builder(PROGRAM)
                    .store(SPRING.getBean(JdbcLoyaltyStore.class))
                    .clock(Clock.fixed(Instant.now().minus(Duration.ofDays(500)), ZoneOffset.UTC))
                    .build();
            before.purchase(order("20.00"));

            assertThat(SPRING.getBean(Housekeeping.class).run()).isPositive();

            assertThat(elsewhere().journal(member).statement()).hasSizeGreaterThan(1);
            assertThat(balance()).isZero();
        }

        @Test
        void refusesToRunInATransaction() {
            Housekeeping housekeeping = SPRING.getBean(Housekeeping.class);

            assertThatThrownBy(() -> transactions.run(housekeeping::run))
                    .isInstanceOf(IllegalTransactionStateException.class);
        }
    }

    /** What a shop has anyway. */
    @Configuration(proxyBeanMethods = false)
    static class OfTheShop {
        @Bean
        HikariDataSource dataSource() {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(Databases.postgresql());
            config.setMaximumPoolSize(16);
            return new HikariDataSource(config);
        }

        @Bean
        LoyaltyProgram program() {
            return PROGRAM;
        }

        @Bean
        ShopTransactions transactionsOfAnyKind() {
            return new ShopTransactions();
        }
    }
}
