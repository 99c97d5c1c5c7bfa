package io.loyalty4j.laws;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Refund;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Random commands of a few members, most of them sensible, some twice, some in conflict with an earlier one, some of wrong form. */
final class Commands {
    static final List<MemberId> MEMBERS = List.of(MemberId.of("ana"), MemberId.of("bob"));

    private final Chance chance;
    private final Orders orders;
    private final Map<MemberId, Past> pasts = new LinkedHashMap<>();
    private final List<Command> all = new ArrayList<>();
    private Optional<Order> inPart = Optional.empty();
    private int names;

    Commands(Chance chance, ProgramSpec program) {
        this.chance = chance;
        this.orders = new Orders(chance, program);
        MEMBERS.forEach(member -> pasts.put(member, Past.none()));
        pasts.put(MemberId.GUEST, Past.none());
    }

    void under(ProgramSpec program) {
        orders.under(program);
    }

    Command next(Instant now, World world) {
        MemberId any = chance.percent(1) ? MemberId.GUEST : chance.of(MEMBERS);
        MemberId member = inPart.map(Order::member).orElse(any);
        orders.seeing(world.available(member));
        Command command = inPart.<Command>map(order -> bought(pasts.get(member), orders.inPart(order)))
                .orElseGet(() -> next(member, now));
        inPart = Optional.of(command)
                .filter(Order.Reservation.class::isInstance)
                .map(reservation -> ((Order.Reservation) reservation).order())
                .filter(order -> !orders.inPart(order).equals(order));
        all.add(command);
        return command;
    }

    private Command next(MemberId member, Instant now) {
        Past past = pasts.get(member);
        return switch (chance.weighted(22, 16, 13, 26, 4, 5, 10, 3, 6, 3, 5)) {
            case 0 -> bought(past, fresh(member, now));
            case 1 ->
                reserved(
                        past,
                        past.open().isEmpty() || chance.percent(60) ? fresh(member, now) : chance.of(past.open()));
            case 2 -> past.open().isEmpty() ? bought(past, fresh(member, now)) : bought(past, chance.of(past.open()));
            case 3 -> past.paid().isEmpty() ? bought(past, fresh(member, now)) : refund(chance.of(past.paid()));
            case 4 -> early(past, fresh(member, now));
            case 5 -> cancelled(past, member, now);
            case 6 ->
                past.comingActivities().isEmpty() || chance.percent(60)
                        ? done(past, activity(member, now))
                        : done(past, chance.of(past.comingActivities()));
            case 7 -> Member.of(member).with("segment", chance.of("a", "b"));
            case 8 -> all.isEmpty() ? Member.of(member) : orders.again(chance.of(all));
            case 9 -> all.isEmpty() ? Member.of(member) : orders.otherwise(chance.of(all));
            default -> retraction(past, member, now);
        };
    }

    private Order fresh(MemberId member, Instant now) {
        names++;
        return orders.of(member, "o" + names, now);
    }

    private static Command bought(Past past, Order order) {
        past.open().removeIf(open -> open.id().equals(order.id()));
        past.paid().add(order);
        return order;
    }

    private Command reserved(Past past, Order order) {
        past.open().removeIf(open -> open.id().equals(order.id()));
        Order changed = chance.percent(40) ? orders.redeeming(order) : order;
        past.open().add(changed);
        return changed.reservation();
    }

    private Command early(Past past, Order order) {
        past.open().add(order);
        return chance.percent(20) ? order.cancellation() : refund(order);
    }

    private Command cancelled(Past past, MemberId member, Instant now) {
        return switch (chance.weighted(50, 40, 10)) {
            case 0 -> (past.paid().isEmpty() ? fresh(member, now) : chance.of(past.paid())).cancellation();
            case 1 -> (past.open().isEmpty() ? fresh(member, now) : chance.of(past.open())).cancellation();
            default -> fresh(member, now).cancellation();
        };
    }

    private Command refund(Order order) {
        names++;
        Refund refund = Refund.of(order, "rma" + names);
        boolean whole = chance.percent(30);
        for (var line : order.lines()) {
            if (whole) {
                refund = refund.line(line.id(), line.quantity());
            } else if (chance.percent(60)) {
                refund = refund.line(line.id(), chance.percent(50) ? 1 : chance.between(1, line.quantity() + 2));
            }
        }
        if (refund.lines().isEmpty() || chance.percent(4)) {
            refund = refund.line(chance.of("x1", "nothing"), 1);
        }
        return refund;
    }

    private Activity activity(MemberId member, Instant now) {
        names++;
        String kind = switch (chance.weighted(55, 37, 8)) {
            case 0 -> "review";
            case 1 -> "visit";
            default -> "dance";
        };
        Activity activity = Activity.of(member, kind, "act" + names);
        return chance.percent(70) ? activity : activity.at(now.minus(Duration.ofHours(chance.between(-1, 4000))));
    }

    private static Command done(Past past, Activity activity) {
        past.comingActivities().remove(activity);
        past.activities().add(activity);
        return activity;
    }

    /** Of an activity that was done, or of one that is yet to come. */
    private Command retraction(Past past, MemberId member, Instant now) {
        if (!past.activities().isEmpty() && chance.percent(75)) {
            return chance.of(past.activities()).retraction();
        }
        Activity coming = activity(member, now);
        past.comingActivities().add(coming);
        return coming.retraction();
    }

    /** What a member has done: orders that are not paid, and those that are; activities, and those that will be done. */
    private record Past(
            List<Order> open, List<Order> paid, List<Activity> activities, List<Activity> comingActivities) {
        static Past none() {
            return new Past(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }
}
