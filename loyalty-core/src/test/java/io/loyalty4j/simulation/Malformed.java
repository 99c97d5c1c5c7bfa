package io.loyalty4j.simulation;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import java.util.List;
import java.util.Optional;

/** What no shop should send. */
record Malformed(MemberId member, int way) implements Asking {
    static final int WAYS = 5;
    static final String OUTCOME = "invalid";

    @Override
    public Command command() {
        Order order = Order.of(member, "bad" + way);
        return switch (way) {
            case 0 -> order.line(OrderLine.of("a", "1.00"));
            case 1 -> order.currency("USD").line(OrderLine.of("a", "1.00").times(0));
            case 2 -> new Refund(member, "bad" + way, "r", Optional.empty(), List.of());
            case 3 -> Order.of(member, "~order").currency("USD");
            default -> order.currency("USD").line(OrderLine.of("a", "1.00")).line(OrderLine.of("a", "2.00"));
        };
    }

    @Override
    public Optional<String> once() {
        return Optional.empty();
    }

    @Override
    public String outcome(Visit visit) {
        return OUTCOME;
    }

    @Override
    public void play(Simulation simulation, Machine machine) {
        simulation.malformed(this, machine);
    }
}
