package io.loyalty4j.examples.spring;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.jdbc.JdbcLoyaltyStore;
import io.loyalty4j.program.LoyaltyProgram;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What a shop tells Spring so that points are booked in its own transactions. The shop has a data source and a program as beans. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
public class LoyaltyConfiguration {
    /** Spring Boot has one already. */
    @Bean
    PlatformTransactionManager transactions(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    /**
     * The proxy gives the connection of the transaction that goes on. Claims come from the data source itself. The mark is for
     * {@code @Transactional}; in a {@code TransactionTemplate} the exception does the same, if it is let through.
     */
    @Bean
    JdbcLoyaltyStore loyaltyStore(DataSource dataSource) {
        return JdbcLoyaltyStore.joining(new TransactionAwareDataSourceProxy(dataSource))
                .claimingFrom(dataSource)
                .markingRollbackOnly(() ->
                        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly());
    }

    @Bean
    LoyaltyEngine loyalty(LoyaltyProgram program, JdbcLoyaltyStore store) {
        return LoyaltyEngine.builder(program).store(store).build();
    }

    @Bean
    OrderTable orders(DataSource dataSource) {
        return new OrderTable(JdbcClient.create(dataSource));
    }

    @Bean
    Checkout checkout(OrderTable orders, LoyaltyEngine loyalty) {
        return new Checkout(orders, loyalty);
    }

    @Bean
    Till till(Checkout checkout) {
        return new Till(checkout);
    }

    @Bean
    Housekeeping housekeeping(LoyaltyEngine loyalty) {
        return new Housekeeping(loyalty);
    }
}
