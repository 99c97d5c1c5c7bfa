package io.loyalty4j.laws;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Random orders, and commands that say the same or another thing under the same id. */
final class Orders {
    private final Chance chance;
    private ProgramSpec program;
    private long available;

    Orders(Chance chance, ProgramSpec program) {
        this.chance = chance;
        this.program = program;
    }

    void under(ProgramSpec next) {
        this.program = next;
    }

    /** What the next order's member has to spend. */
    void seeing(long points) {
        this.available = points;
    }

    Order of(MemberId member, String id, Instant now) {
        Order order = Order.of(member, id).currency(chance.percent(98) ? program.currency() : "CHF");
        BigDecimal amount = BigDecimal.ZERO;
        for (int i = chance.percent(3) ? 0 : chance.between(1, 4); i > 0; i--) {
            OrderLine line = line("x" + i);
            order = order.line(line);
            amount = amount.add(line.amount());
        }
        if (chance.percent(25)) {
            BigDecimal part = BigDecimal.valueOf(chance.between(1, 100), 2);
            order = order.less(amount.multiply(part).setScale(chance.of(0, 2, 3), RoundingMode.FLOOR));
        }
        if (chance.percent(1)) {
            order = order.less(amount.add(BigDecimal.ONE));
        }
        if (chance.percent(20)) {
            order = order.at(now.plus(lateness()));
        }
        return chance.percent(45) ? redeeming(order) : order;
    }

    private Duration lateness() {
        return switch (chance.weighted(10, 60, 25, 10)) {
            case 0 -> Duration.ofMinutes(chance.between(0, 8));
            case 1 -> Duration.ofHours(-chance.between(0, 700));
            case 2 -> Duration.ofDays(-chance.between(10, 200));
            default -> Duration.ofDays(-chance.between(200, 800));
        };
    }

    private OrderLine line(String id) {
        String price = switch (chance.weighted(40, 30, 15, 8)) {
            case 0 -> chance.between(1, 60) + ".00";
            case 1 -> chance.between(0, 40) + "." + chance.between(10, 99);
            case 2 -> chance.between(0, 9) + "." + chance.between(100, 999);
            default -> "0";
        };
        OrderLine line = OrderLine.of(id, price).times(chance.percent(50) ? 1 : chance.between(2, 7));
        if (chance.percent(20)) {
            BigDecimal part = BigDecimal.valueOf(chance.between(1, 100), 2);
            line = line.less(line.amount().multiply(part).setScale(chance.of(0, 2, 3), RoundingMode.FLOOR));
        }
        return chance.percent(75) ? line.category(chance.of(Programs.CATEGORIES)) : line;
    }

    /** The same order paying with other rewards: mostly as many as the member can pay for. */
    Order redeeming(Order order) {
        return chance.percent(70) ? spending(order) : guessing(order);
    }

    /** As many rewards as what there is to spend pays for, or some of them. */
    Order spending(Order order) {
        Order other = order.withoutRewards();
        long left = available;
        boolean all = chance.percent(50);
        for (int i = all ? 10 : chance.between(1, 4); i > 0; i--) {
            long most = left;
            List<RewardSpec> payable = program.rewards().stream()
                    .filter(reward -> reward.points() <= most && !(all && reward.free()))
                    .sorted(Comparator.comparingLong(RewardSpec::points).reversed())
                    .toList();
            if (payable.isEmpty()) {
                return other;
            }
            RewardSpec reward = all ? payable.get(0) : chance.of(payable);
            long points = chosen(reward, Math.min(most, chance.of(60L, 400L)));
            left -= points == 0 ? reward.points() : points;
            other = other.redeem(reward.id(), points);
        }
        return other;
    }

    private long chosen(RewardSpec reward, long most) {
        return chance.of(reward.choices(Math.max(most, reward.points()), program.currency()));
    }

    private Order guessing(Order order) {
        Order other = order.withoutRewards();
        for (int i = chance.weighted(15, 60, 20, 5); i > 0; i--) {
            RewardSpec reward = chance.of(program.rewards());
            other = chance.percent(2)
                    ? other.redeem("no-such")
                    : other.redeem(reward.id(), chance.percent(4) ? 5 : chosen(reward, 60));
        }
        return other;
    }

    /** The same order paying with fewer points where it says how many. */
    Order inPart(Order order) {
        Order other = order.withoutRewards();
        for (Order.Redemption each : order.redemptions()) {
            long step = program.rewards().stream()
                    .filter(reward -> reward.id().equals(each.reward()) && reward.kind() == RewardSpec.Kind.PAYMENT)
                    .mapToLong(reward -> reward.step(program.currency()))
                    .findFirst()
                    .orElse(0);
            long steps = step == 0 ? 0 : each.points() / step;
            other = other.redeem(each.reward(), steps < 2 ? each.points() : step * (1 + chance.below(steps - 1)));
        }
        return other;
    }

    /** The same, perhaps written in another way. */
    Command again(Command command) {
        if (command instanceof Order order && chance.percent(60)) {
            List<OrderLine> lines = new ArrayList<>();
            order.lines().forEach(line -> lines.add(line.less(line.discount().setScale(6, RoundingMode.UNNECESSARY))));
            Collections.reverse(lines);
            return new Order(
                    order.member(),
                    order.id(),
                    order.revision(),
                    order.keepsHolds(),
                    order.currency(),
                    order.placedAt(),
                    List.copyOf(lines),
                    order.discount().stripTrailingZeros(),
                    order.redemptions(),
                    order.vouchers(),
                    order.attributes());
        }
        return command;
    }

    /** Another thing under the same id, where there is another thing to say. */
    Command otherwise(Command command) {
        if (command instanceof Order order) {
            return switch (chance.below(3)) {
                case 0 -> order.line(OrderLine.of("more", "1.00"));
                case 1 -> order.with("channel", "web");
                default ->
                    order.at(order.placedAt().map(at -> at.minusMillis(1)).orElse(Instant.EPOCH));
            };
        }
        if (command instanceof Refund refund) {
            return refund.line("x1", 1);
        }
        return command instanceof Activity activity
                ? new Activity(
                        activity.member(),
                        activity.kind(),
                        activity.id(),
                        activity.attributes(),
                        Optional.of(Instant.EPOCH))
                : command;
    }
}
