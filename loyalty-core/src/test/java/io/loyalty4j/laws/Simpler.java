package io.loyalty4j.laws;

import io.loyalty4j.laws.ProgramSpec.Ladder;
import io.loyalty4j.laws.ProgramSpec.Lapse;
import io.loyalty4j.laws.Scenario.Step;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Refund;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is one step simpler than something. */
final class Simpler {
    private static final OrderLine PLAIN = OrderLine.of("x", "100.00");

    private Simpler() {}

    /** In place of a scenario's n-th step. */
    static List<Step> steps(Scenario scenario, int n) {
        Step step = scenario.steps().get(n);
        List<Step> simpler = new ArrayList<>();
        step.command().ifPresent(command -> commands(command).forEach(each -> simpler.add(step.asking(each))));
        if (n > 0) {
            Instant before = scenario.steps().get(n - 1).at();
            if (!step.at().equals(before)) {
                simpler.add(step.at(before));
            }
        }
        return simpler;
    }

    private static List<Command> commands(Command command) {
        if (command instanceof Order order) {
            return List.copyOf(orders(order));
        }
        if (command instanceof Order.Reservation reservation) {
            return orders(reservation.order()).stream()
                    .<Command>map(Order::reservation)
                    .toList();
        }
        if (command instanceof Activity activity && activity.doneAt().isPresent()) {
            return List.of(Activity.of(activity.member(), activity.kind(), activity.id()));
        }
        return command instanceof Refund refund ? refunds(refund) : List.of();
    }

    private static List<Order> orders(Order order) {
        List<Order> simpler = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            simpler.add(with(
                    order,
                    order.lines().stream().filter(each -> !each.equals(line)).toList(),
                    order.discount()));
            for (OrderLine other : lines(line)) {
                simpler.add(with(
                        order,
                        order.lines().stream()
                                .map(each -> each.equals(line) ? other : each)
                                .toList(),
                        order.discount()));
            }
        }
        if (order.discount().signum() > 0) {
            simpler.add(order.less("0"));
        }
        if (order.placedAt().isPresent()) {
            simpler.add(new Order(
                    order.member(),
                    order.id(),
                    order.revision(),
                    order.keepsHolds(),
                    order.currency(),
                    Optional.empty(),
                    order.lines(),
                    order.discount(),
                    order.redemptions(),
                    order.vouchers(),
                    order.attributes()));
        }
        for (int i = 0; i < order.redemptions().size(); i++) {
            List<Order.Redemption> fewer = new ArrayList<>(order.redemptions());
            fewer.remove(i);
            Order with = order.withoutRewards();
            for (Order.Redemption each : fewer) {
                with = with.redeem(each.reward(), each.points());
            }
            simpler.add(with);
        }
        return simpler;
    }

    private static Order with(Order order, List<OrderLine> lines, java.math.BigDecimal discount) {
        return new Order(
                order.member(),
                order.id(),
                order.revision(),
                order.keepsHolds(),
                order.currency(),
                order.placedAt(),
                lines,
                discount,
                order.redemptions(),
                order.vouchers(),
                order.attributes());
    }

    private static List<OrderLine> lines(OrderLine line) {
        OrderLine plain = PLAIN.id(line.id());
        List<OrderLine> simpler = new ArrayList<>();
        if (line.discount().signum() > 0) {
            simpler.add(line.less("0"));
        }
        if (line.quantity() > 1) {
            simpler.add(line.times(1));
            simpler.add(line.times(line.quantity() - 1));
        }
        if (line.price().compareTo(plain.price()) != 0) {
            simpler.add(new OrderLine(
                    line.id(),
                    line.sku(),
                    plain.price(),
                    line.quantity(),
                    line.discount(),
                    line.categories(),
                    line.brand(),
                    line.attributes()));
        }
        if (!line.categories().isEmpty()) {
            simpler.add(
                    OrderLine.of(line.id(), line.price()).times(line.quantity()).less(line.discount()));
        }
        return simpler;
    }

    private static List<Command> refunds(Refund refund) {
        List<Command> simpler = new ArrayList<>();
        for (int i = 0; i < refund.lines().size(); i++) {
            List<Refund.ReturnedLine> fewer = new ArrayList<>(refund.lines());
            Refund.ReturnedLine line = fewer.remove(i);
            if (!fewer.isEmpty()) {
                simpler.add(
                        new Refund(refund.member(), refund.order(), refund.id(), refund.amount(), List.copyOf(fewer)));
            }
            if (line.quantity() > 1) {
                fewer.add(i, new Refund.ReturnedLine(line.id(), line.quantity() - 1));
                simpler.add(
                        new Refund(refund.member(), refund.order(), refund.id(), refund.amount(), List.copyOf(fewer)));
            }
        }
        return simpler;
    }

    /** In place of a scenario's programs. */
    static List<Scenario> programs(Scenario scenario) {
        List<Scenario> simpler = new ArrayList<>();
        if (scenario.next().isPresent()) {
            simpler.add(new Scenario(scenario.program(), Optional.empty(), scenario.steps()));
            simpler.add(new Scenario(scenario.next().get().first(), Optional.empty(), scenario.steps()));
            programs(scenario.next().get())
                    .forEach(
                            next -> simpler.add(new Scenario(scenario.program(), Optional.of(next), scenario.steps())));
        }
        programs(scenario.program())
                .forEach(first -> simpler.add(new Scenario(first, scenario.next(), scenario.steps())));
        return simpler;
    }

    private static List<ProgramSpec> programs(ProgramSpec program) {
        List<ProgramSpec> simpler = new ArrayList<>();
        for (RuleSpec rule : program.rules()) {
            List<RuleSpec> fewer = without(program.rules(), rule);
            if (!fewer.isEmpty()) {
                simpler.add(program.rules(fewer));
            }
            rule.simpler().forEach(other -> simpler.add(program.rules(replaced(program.rules(), rule, other))));
        }
        simpler.add(program.most(Optional.empty()));
        for (Policy policy : program.policies()) {
            simpler.add(program.policies(without(program.policies(), policy)));
        }
        for (RewardSpec reward : program.rewards()) {
            simpler.add(parts(program, program.ladder(), without(program.rewards(), reward), program.lapse()));
            if (!reward.equals(reward.plain())) {
                List<RewardSpec> rewards = replaced(program.rewards(), reward, reward.plain());
                simpler.add(parts(program, program.ladder(), rewards, program.lapse()));
            }
        }
        if (!program.ladder().equals(Ladder.NONE)) {
            simpler.add(parts(program, Ladder.NONE, program.rewards(), program.lapse()));
        }
        if (!program.lapse().equals(Lapse.NEVER)) {
            simpler.add(parts(program, program.ladder(), program.rewards(), Lapse.NEVER));
        }
        simpler.addAll(plainer(program));
        return simpler.stream()
                .filter(each -> !each.equals(program))
                .filter(Simpler::makesSense)
                .toList();
    }

    private static List<ProgramSpec> plainer(ProgramSpec program) {
        return List.of(
                new ProgramSpec(
                        program.version(),
                        program.currency(),
                        "UTC",
                        program.inForceFrom(),
                        program.excluded(),
                        program.rules(),
                        program.most(),
                        program.ladder(),
                        program.rewards(),
                        program.lapse(),
                        program.activation(),
                        program.holdsLast(),
                        program.policies()),
                new ProgramSpec(
                        program.version(),
                        program.currency(),
                        program.zone(),
                        program.inForceFrom(),
                        Optional.empty(),
                        program.rules(),
                        program.most(),
                        program.ladder(),
                        program.rewards(),
                        program.lapse(),
                        Period.ZERO,
                        program.holdsLast(),
                        program.policies()));
    }

    private static ProgramSpec parts(ProgramSpec program, Ladder ladder, List<RewardSpec> rewards, Lapse lapse) {
        return new ProgramSpec(
                program.version(),
                program.currency(),
                program.zone(),
                program.inForceFrom(),
                program.excluded(),
                program.rules(),
                program.most(),
                ladder,
                rewards,
                lapse,
                program.activation(),
                program.holdsLast(),
                program.policies());
    }

    private static boolean makesSense(ProgramSpec program) {
        try {
            program.built();
            return true;
        } catch (RuntimeException mistakes) {
            return false;
        }
    }

    private static <T> List<T> without(List<T> list, T one) {
        return list.stream().filter(each -> !each.equals(one)).toList();
    }

    private static <T> List<T> replaced(List<T> list, T one, T other) {
        return list.stream()
                .flatMap(each -> Stream.of(each.equals(one) ? other : each))
                .toList();
    }
}
