package io.loyalty4j.bench;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.earn.Counter;
import io.loyalty4j.earn.EarnPlan;
import io.loyalty4j.earn.Memory;
import io.loyalty4j.earn.Yield;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy.Rounding;
import io.loyalty4j.shop.Policy.Stacking;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One cart after the other: the rules alone, and all that a checkout calls. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QuoteBenchmark {
    private static final Instant NOW = Instant.parse(Carts.YEAR + "-12-31T23:00:00Z");
    private static final Map<String, String> SPENT = Map.of("BRONZE", "10.00", "SILVER", "2000.00", "GOLD", "9000.00");

    /** How many the program has. */
    @Param({"20", "10000"})
    int rules;

    private List<Cart> carts = List.of();
    private Optional<EarnPlan> plan = Optional.empty();
    private Optional<LoyaltyEngine> engine = Optional.empty();
    private int next;

    /** A program, and a member of each tier and month of birth. */
    @Setup
    public void open() {
        LoyaltyProgram program = Campaigns.program(rules);
        LoyaltyEngine shop = LoyaltyEngine.builder(program)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
        SPENT.forEach((tier, amount) -> {
            for (int month = 1; month <= 12; month++) {
                enrolled(shop, Carts.member(tier, month), amount, String.format("%02d-15", month));
            }
        });
        carts = Carts.all();
        plan = Optional.of(program.plan());
        engine = Optional.of(shop);
    }

    private static void enrolled(LoyaltyEngine shop, MemberId member, String spent, String born) {
        shop.enrol(Member.of(member).birthday(born));
        shop.purchase(Order.of(member, "first")
                        .currency("USD")
                        .at(Instant.parse(Carts.YEAR + "-01-01T00:00:00Z"))
                        .line(OrderLine.of("SKU-0500", spent)))
                .receipt();
    }

    private Cart cart() {
        next = (next + 1) % Carts.SIZE;
        return carts.get(next);
    }

    /** The rules, asked and combined. */
    @Benchmark
    public Yield rules() {
        return asked(plan.orElseThrow(), cart());
    }

    static Yield asked(EarnPlan plan, Cart cart) {
        return plan.ask(cart, Nothing.KNOWN)
                .comesTo(Stacking.ADD, Rounding.FLOOR_PER_AWARD)
                .orElseThrow();
    }

    /** The engine: validation, the account from the store, prices, the rules, the tier. */
    @Benchmark
    public Quote quote() {
        return engine.orElseThrow().quote(cart().cart());
    }

    /** Of a member who has done nothing that a rule counts. */
    private enum Nothing implements Memory {
        KNOWN;

        @Override
        public Map<String, Counter> counters() {
            return Map.of();
        }

        @Override
        public long granted(String budget) {
            return 0;
        }

        @Override
        public BigDecimal percent(String rule) {
            return BigDecimal.ZERO;
        }
    }
}
