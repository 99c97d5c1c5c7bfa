package io.loyalty4j.reward;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.reward.RewardHistory.Law;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.RewardRefusal;
import io.loyalty4j.shop.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts naively how often rewards were had, by the orders that stand. */
final class RewardLimits {
    private final List<AnyReward> rewards;
    private final boolean lapsedHoldsCount;
    private final Map<String, Had> orders = new TreeMap<>();

    /**
     * @param overdrawn whether an order that was reserved may have what was given to others when its time was out
     */
    RewardLimits(List<AnyReward> rewards, boolean overdrawn) {
        this.rewards = rewards;
        this.lapsedHoldsCount = overdrawn;
    }

    /** An order that stands. */
    private record Had(Instant at, List<String> rewards) {}

    /**
     * Checks the limits of what the order has; where rewards that are limited together say different limits, each asks for its own when it is taken, and the
     * last one alone can be held to it afterwards.
     *
     * @param at of a new order
     * @param unknown whether it was neither paid nor reserved before
     */
    void bought(Order order, Optional<Instant> at, boolean unknown) {
        Instant placed = at.orElseGet(() -> orders.get(order.id()).at());
        orders.put(
                order.id(),
                new Had(
                        placed,
                        order.redemptions().stream()
                                .map(Order.Redemption::reward)
                                .toList()));
        if (lapsedHoldsCount) {
            return;
        }
        for (AnyReward reward : rewards) {
            boolean alike = rewards.stream()
                    .filter(other -> other.counter().equals(reward.counter()))
                    .allMatch(other -> other.limits().equals(reward.limits()));
            for (AnyReward.Limit limit :
                    alike || (unknown && last(order, reward)) ? reward.limits() : List.<AnyReward.Limit>of()) {
                check(reward, limit, placed, order);
            }
        }
    }

    private static boolean last(Order order, AnyReward reward) {
        List<Order.Redemption> all = order.redemptions();
        return !all.isEmpty() && all.get(all.size() - 1).reward().equals(reward.id());
    }

    private void check(AnyReward reward, AnyReward.Limit limit, Instant placed, Order order) {
        boolean taken = orders.get(order.id()).rewards().contains(reward.id());
        if (!taken) {
            return;
        }
        List<Instant> begins = new ArrayList<>(List.of(placed));
        orders.values().forEach(had -> begins.add(had.at()));
        if (limit.per().isEmpty()) {
            Law.holds(inOrder(reward, order) <= limit.times(), Law.LIMITS, () -> reward + " " + order);
            return;
        }
        for (Instant begin : begins) {
            long times = orders.values().stream()
                    .filter(had -> within(limit.per().get(), begin, had.at()))
                    .mapToLong(had -> times(reward, had.rewards()))
                    .sum();
            Law.holds(
                    times <= limit.times() || !within(limit.per().get(), begin, placed),
                    Law.LIMITS,
                    () -> times + " times " + reward + " " + orders);
        }
    }

    private long inOrder(AnyReward reward, Order order) {
        return times(
                reward,
                order.redemptions().stream().map(Order.Redemption::reward).toList());
    }

    private long times(AnyReward reward, List<String> had) {
        return had.stream()
                .filter(id -> rewards.stream()
                        .anyMatch(each -> each.id().equals(id) && each.counter().equals(reward.counter())))
                .count();
    }

    /** Whether an instant lies in the window that begins with another, or of the calendar in the same one. */
    private static boolean within(Window window, Instant begin, Instant at) {
        if (window.hours().isPresent()) {
            Duration length = window.hours().get();
            return !at.isBefore(begin) && at.isBefore(begin.plus(length));
        }
        LocalDate first = day(begin);
        if (window.days().isPresent()) {
            Period length = window.days().get();
            return !day(at).isBefore(first) && day(at).isBefore(first.plus(length));
        }
        return window.startOf(first).equals(window.startOf(day(at)));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    void gone(Order order) {
        orders.remove(order.id());
    }

    /** A limit refuses nothing that it does not have to: what was had, is reserved and is asked for together is too much. */
    void refused(Refusal why, Instant now, Order order, Account account) {
        if (!(why instanceof RewardRefusal.TakenTooOften often) || often.limit().equals("once per order")) {
            return;
        }
        AnyReward reward = rewards.stream()
                .filter(each -> each.id().equals(often.reward()))
                .findFirst()
                .orElseThrow();
        long held = account.holds().stream()
                .filter(hold -> !hold.order().equals(order.id()) || order.keepsHolds())
                .filter(hold -> times(reward, List.of(hold.reward())) > 0)
                .count();
        Instant placed = orders.containsKey(order.id()) ? orders.get(order.id()).at() : now;
        boolean reached = reward.limits().stream().anyMatch(limit -> {
            long had = orders.entrySet().stream()
                    .filter(each -> !each.getKey().equals(order.id()))
                    .filter(each -> limit.per()
                            .filter(window -> within(window, each.getValue().at(), placed)
                                    || within(window, placed, each.getValue().at()))
                            .isPresent())
                    .mapToLong(each -> times(reward, each.getValue().rewards()))
                    .sum();
            return had + held + inOrder(reward, order) > limit.times();
        });
        Law.holds(reached, Law.LIMITS, () -> often + " " + order + " " + orders + " " + account.holds());
    }
}
