package io.loyalty4j.jdbc;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.reward.Reward.discount;
import static io.loyalty4j.reward.Reward.gift;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.program.Transfers;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.Transfer;
import io.loyalty4j.shop.Window;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a shop does for twenty members, one thing after the other, three hours apart: orders, returns, gifts to friends, what draws on budgets and stocks. The
 * same for the same seed, so that processes that know the seed know what comes next.
 */
final class Errands {
    /** After so long nothing is set aside any more, and no claim stands that has no posting. */
    static final Duration HOLDS_ARE_OVER = Duration.ofHours(2);

    private static final Instant START = Instant.parse("2026-06-01T09:00:00Z");
    private static final int MEMBERS = 20;
    private static final int LARGE = 1_000_000;
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.named("errands")
            .currency("EUR")
            .zone("Europe/Berlin")
            .earn("base", points(1).per("1.00"))
            .earn("launch", points(3).perOrder().atMostPoints(LARGE).inAll())
            .earn("review", points(5).forActivity("review").atMostPoints(LARGE).inAll())
            .reward("ten", discount("1.00").costs(10))
            .reward("mug", gift("mug").costs(15).stock(LARGE))
            .activation(Activation.after(Period.ofDays(2)))
            .expiry(Expiry.after(Period.ofDays(10)))
            .transfers(Transfers.upTo(LARGE).per(Window.YEAR))
            .build();

    private final SplittableRandom random;
    private final List<Command> commands = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();

    private Errands(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static List<Command> of(long seed, int many) {
        Errands errands = new Errands(seed);
        IntStream.range(0, many).forEach(errands::next);
        return List.copyOf(errands.commands);
    }

    static LoyaltyEngine engine(LoyaltyStore store, Clock clock) {
        return LoyaltyEngine.builder(PROGRAM)
                .store(store)
                .clock(clock)
                .chance(new Random(1))
                .build();
    }

    static Instant at(int number) {
        return START.plus(Duration.ofHours(3L * number));
    }

    static List<MemberId> members() {
        return IntStream.range(0, MEMBERS).mapToObj(Errands::member).toList();
    }

    /** Housekeeping, until nothing is left to be done. */
    static void sweep(LoyaltyEngine engine, Instant now) {
        for (int round = 0; engine.runDue(now).more(); round++) {
            if (round > 10_000) {
                throw new AssertionError("housekeeping does not come to an end");
            }
        }
    }

    private static MemberId member(int number) {
        return MemberId.of("m-" + number);
    }

    private MemberId anyMember() {
        return member(random.nextInt(MEMBERS));
    }

    private void next(int number) {
        String id = "n-" + number;
        int kind = orders.isEmpty() ? 0 : random.nextInt(12);
        commands.add(
                switch (kind) {
                    case 0, 1, 2, 3 -> order(id);
                    case 4 -> Activity.of(anyMember(), "review", id);
                    case 5 -> anyOrder().cancellation();
                    case 6 -> Refund.of(anyOrder(), id).line("thing", 1);
                    case 7 -> Adjustment.add(anyMember(), id, 20).by("agent").because("late");
                    case 8 -> order(id).reservation();
                    default -> transfer(id);
                });
    }

    private Order order(String id) {
        Order order = Order.of(anyMember(), id)
                .currency("EUR")
                .line(OrderLine.of("thing", 10 + random.nextInt(90) + ".00").times(2));
        Order paid = switch (random.nextInt(4)) {
            case 0 -> order.redeem("ten");
            case 1 -> order.redeem("mug");
            default -> order;
        };
        orders.add(paid);
        return paid;
    }

    private Order anyOrder() {
        return orders.get(random.nextInt(orders.size()));
    }

    private Transfer transfer(String id) {
        int from = random.nextInt(MEMBERS);
        int to = (from + 1 + random.nextInt(MEMBERS - 1)) % MEMBERS;
        return Transfer.of(member(from), id, 1 + random.nextInt(20)).to(member(to));
    }
}
