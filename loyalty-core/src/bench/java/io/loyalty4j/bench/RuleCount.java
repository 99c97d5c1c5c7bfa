package io.loyalty4j.bench;

import static io.loyalty4j.earn.Conditions.brand;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.Conditions.sku;
import static io.loyalty4j.earn.Conditions.weekday;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static io.loyalty4j.earn.EarnRules.points;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.Rounding;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Quotes carts of ten lines under a program of 20 rules that can match, and under the same with campaigns of other weeks and bonuses on goods that nobody
 * buys up to a number of rules.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RuleCount {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 17);
    private static final int CARTS = 1_024;

    /** How many rules the program has. */
    @Param({"20", "10000"})
    public int rules;

    private final List<Order> carts = new ArrayList<>();
    private LoyaltyEngine loyalty;
    private int next;

    @Setup
    public void prepare() {
        Random random = new Random(42);
        for (int i = 0; i < CARTS; i++) {
            carts.add(cart(random, i));
        }
        loyalty = LoyaltyEngine.builder(program(rules))
                .clock(Clock.fixed(Instant.parse("2026-06-17T12:00:00Z"), ZoneOffset.UTC))
                .build();
    }

    /** The quote as a basket page asks for it, validation included. */
    @Benchmark
    public long quote() {
        Quote quote = loyalty.quote(carts.get(next));
        next = (next + 1) % CARTS;
        return quote.points();
    }

    private static Order cart(Random random, int number) {
        Order cart = Order.of(MemberId.of("m" + number), "o").currency("USD");
        for (int i = 0; i < 10; i++) {
            int goods = random.nextInt(400);
            cart = cart.line(OrderLine.of("SKU-" + goods, BigDecimal.valueOf(199 + random.nextInt(9_800), 2))
                    .id("line-" + i)
                    .times(1 + random.nextInt(4))
                    .category("C" + goods % 20)
                    .brand("B" + goods % 12));
        }
        return cart;
    }

    private static LoyaltyProgram program(int size) {
        ProgramBuilder program = LoyaltyProgram.named("bench")
                .currency("USD")
                .zone("UTC")
                .policy(Rounding.FLOOR_PER_AWARD)
                .earn("base", points(1).per("1.00"));
        for (int i = 1; i <= 10; i++) {
            program.earn("category-" + i, multiplier("1.5").on(category("C" + i)));
        }
        for (int i = 0; i < 4; i++) {
            program.earn("sku-" + i, points(100).perItem().on(sku("SKU-" + 7 * i)));
        }
        program.earn("spend-1", points(200).perOrder().when(orderFrom("600.00")))
                .earn("spend-2", points(600).perOrder().when(orderFrom("1200.00")))
                .earn("midweek", multiplier("1.5").when(weekday(DayOfWeek.WEDNESDAY)))
                .earn("june", multiplier(2).on(category("C11").and(brand("B11"))).from("2026-06-01").through("2026-06-30"))
                .earn("weekend", multiplier(2).when(weekday(DayOfWeek.SATURDAY)));
        for (int i = 20; i < size; i++) {
            program.earn("other-" + i, i % 4 == 0 ? points(50).perItem().on(sku("UNSOLD-" + i)) : campaign(i));
        }
        return program.build();
    }

    /** Seven days of another week of the year. */
    private static EarnRule campaign(int number) {
        LocalDate start = TODAY.plusDays(8 + number % 340);
        return multiplier(2)
                .on(category("C" + number % 20).and(brand("B" + number % 12)))
                .from(start.toString())
                .through(start.plusDays(6).toString());
    }
}
