package io.loyalty4j.ledger;

import static io.loyalty4j.earn.EarnRules.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.program.AttemptLimiter;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.store.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/** A shop with one till, a member called Ana and a clock that is moved by hand. Whoever looks at the account has the whole journal proved as well. */
public final class Shop {
    public static final MemberId ANA = MemberId.of("ana");
    public static final VoucherKey KEY =
            VoucherKey.of("not a secret, since it stands here".getBytes(StandardCharsets.UTF_8));

    private final LoyaltyStore store = LoyaltyStore.inMemory();
    private final HandMovedClock clock;
    private final RandomGenerator chance = new Random(42);
    private final Map<String, Order> orders = new HashMap<>();
    private LoyaltyProgram program;
    private LoyaltyEngine engine;
    private int returns;

    private Shop(LoyaltyProgram program) {
        this.program = program;
        this.clock = new HandMovedClock(
                LocalDateTime.parse("2026-11-21T12:00").atZone(program.zone()).toInstant());
        this.engine = running();
    }

    private LoyaltyEngine running() {
        return LoyaltyEngine.builder(program)
                .store(store)
                .clock(clock)
                .chance(chance)
                .approvals(command -> Optional.of("approver"))
                .voucherKey(KEY)
                .voucherAttempts(AttemptLimiter.none())
                .build();
    }

    /** A program in dollars and New York that has nothing yet. */
    public static ProgramBuilder program() {
        return LoyaltyProgram.named("test").currency("USD").zone("America/New_York");
    }

    public static ProgramBuilder aPointPerDollar() {
        return program().earn("base", points(1).per("1.00"));
    }

    public static Shop with(ProgramBuilder program) {
        return new Shop(program.build());
    }

    public static OrderLine line(String sku, String price) {
        return OrderLine.of(sku, price);
    }

    /** Moves the clock to a day's begin or a time, in the program's zone. */
    public Shop at(String dateOrDateTime) {
        LocalDateTime local = dateOrDateTime.indexOf('T') < 0
                ? LocalDate.parse(dateOrDateTime).atStartOfDay()
                : LocalDateTime.parse(dateOrDateTime);
        return at(local.atZone(program.zone()).toInstant());
    }

    public Shop at(Instant instant) {
        clock.now = instant;
        return this;
    }

    public Shop passes(TemporalAmount time) {
        return at(clock.now.atZone(program.zone()).plus(time).toInstant());
    }

    public Instant now() {
        return clock.now;
    }

    /** The next version of the program comes into force now, on the same accounts. */
    public Shop adopts(ProgramBuilder next) {
        this.program = next.version("from-" + clock.now.toEpochMilli())
                .inForceFrom(LocalDateTime.ofInstant(clock.now, program.zone()).toString())
                .build();
        this.engine = running();
        return this;
    }

    public LoyaltyEngine engine() {
        return engine;
    }

    public LoyaltyProgram current() {
        return program;
    }

    public LoyaltyStore store() {
        return store;
    }

    public Order order(String id, OrderLine... lines) {
        return Order.of(ANA, id).currency(program.currency().getCurrencyCode()).lines(List.of(lines));
    }

    public Receipt buys(String id, OrderLine... lines) {
        return buys(order(id, lines));
    }

    /** An order of one line called goods. */
    public Receipt buys(String id, String price) {
        return buys(id, line("goods", price));
    }

    public Receipt buys(Order order) {
        return tries(order).receipt();
    }

    public Outcome tries(Order order) {
        orders.put(order.id(), order);
        return engine.purchase(order);
    }

    public Outcome reserves(Order order) {
        orders.put(order.id(), order);
        return engine.reserve(order);
    }

    public Receipt returns(String order, String line, int pieces) {
        returns++;
        return engine.refund(Refund.of(known(order), "rma-" + returns).line(line, pieces))
                .receipt();
    }

    public Receipt cancels(String order) {
        return engine.cancel(known(order)).receipt();
    }

    private Order known(String order) {
        return orders.getOrDefault(order, order(order));
    }

    public Receipt does(String kind, String id) {
        return engine.record(Activity.of(ANA, kind, id)).receipt();
    }

    public Receipt says(Command command) {
        return engine.execute(command).receipt();
    }

    /** Ana's account as it is now; what is stored is proved against its journal first. */
    public Account account() {
        assertThat(journal().verify().findings()).isEmpty();
        return engine.account(ANA);
    }

    /** Writes a checkpoint behind all there is. */
    public void tellsAgain() {
        store.update(Request.of(ANA), state -> {
            List<Posting> checkpoint = journal().checkpoint().stream().toList();
            return new Decided.Book(checkpoint, state.after(checkpoint));
        });
    }

    public Journal journal() {
        return engine.journal(ANA);
    }

    public long available() {
        return account().available();
    }

    public String tier() {
        return account().tier().code();
    }

    private static final class HandMovedClock extends Clock {
        private Instant now;

        HandMovedClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
