package io.loyalty4j.examples.recipes;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.examples.programs.CashBack;
import io.loyalty4j.examples.spring.Checkout;
import io.loyalty4j.examples.spring.LoyaltyConfiguration;
import io.loyalty4j.examples.spring.OrderTable;
import io.loyalty4j.jdbc.JdbcLoyaltyStore;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.LoyaltyException.RefusedException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.io.PrintStream;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A shop's order and its points in one Spring transaction: both are there, or neither. {@code examples.spring} is what it is made of. */
public final class SpringTransaction {
    private static final MemberId ANA = MemberId.of("ana");

    private SpringTransaction() {}

    public static void main(String... args) {
        run(System.out);
    }

    static void run(PrintStream out) {
        try (AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext()) {
            spring.registerBean(
                    DataSource.class, () -> new DriverManagerDataSource("jdbc:h2:mem:recipe;DB_CLOSE_DELAY=-1"));
            spring.registerBean(LoyaltyProgram.class, CashBack::program);
            spring.register(LoyaltyConfiguration.class);
            spring.refresh();
            spring.getBean(JdbcLoyaltyStore.class).createSchema();
            spring.getBean(OrderTable.class).create();
            sell(spring, out);
        }
    }

    private static void sell(ApplicationContext spring, PrintStream out) {
        Checkout checkout = spring.getBean(Checkout.class);
        long earned = checkout.paid(order("A-1")).earned();
        out.println("A-1 is paid, and has earned " + earned + " points: " + there(spring, "A-1"));

        try {
            checkout.paid(order("A-2").redeem("cash-5"));
        } catch (RefusedException e) {
            out.println("A-2 is rolled back, for " + e.getMessage() + ": " + there(spring, "A-2"));
        }

        TransactionTemplate transaction = new TransactionTemplate(spring.getBean(PlatformTransactionManager.class));
        try {
            transaction.executeWithoutResult(status -> {
                checkout.paid(order("A-3"));
                out.println("A-3 is being paid: " + there(spring, "A-3"));
                throw new IllegalStateException("the parcel service does not answer");
            });
        } catch (IllegalStateException e) {
            out.println("A-3 is rolled back, for " + e.getMessage() + ": " + there(spring, "A-3"));
        }
        checkout.paid(order("A-3"));
        out.println("A-3 is paid after all: " + there(spring, "A-3"));
    }

    private static Order order(String id) {
        return Order.of(ANA, id).currency("USD").line(OrderLine.of("soap", "20.00"));
    }

    private static String there(ApplicationContext spring, String order) {
        boolean has = spring.getBean(OrderTable.class).has(order);
        long points = spring.getBean(LoyaltyEngine.class).account(ANA).available();
        return "the shop has " + (has ? "the" : "no such") + " order, " + ANA + " has " + points + " points";
    }
}
