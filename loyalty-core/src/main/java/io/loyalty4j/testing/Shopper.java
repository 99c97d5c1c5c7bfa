package io.loyalty4j.testing;

import static io.loyalty4j.shop.StatusChange.freeze;
import static io.loyalty4j.shop.StatusChange.unfreeze;

import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.shop.TierGrant;
import io.loyalty4j.shop.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes up what a shop would say, the same for the same seed. */
final class Shopper {
    private static final int MEMBERS = 8;
    private static final List<String> REWARDS = List.of("ten", "eighty", "pay", "thanks", "mug", "shelter");

    private final SplittableRandom random;
    private final List<Order> orders = new ArrayList<>();
    private final List<Command> said = new ArrayList<>();
    private int number;

    Shopper(long seed) {
        this.random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    Command next() {
        number++;
        Command command = orders.isEmpty() ? order() : any();
        said.add(command);
        return command;
    }

    private Command any() {
        Order known = orders.get(random.nextInt(orders.size()));
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> order();
            case 5 -> known.revision(2).line(OrderLine.of("more", price()));
            case 6, 7 -> Refund.of(known, "r-" + number).line("thing", 1 + random.nextInt(2));
            case 8 -> Refund.of(known, "r-" + number).amount("1.01");
            case 9, 10 -> order().reservation();
            case 11 -> known.cancellation();
            case 12 -> known.fulfilment();
            case 13 -> said.get(random.nextInt(said.size()));
            default -> besides();
        };
    }

    private Command besides() {
        String id = "n-" + number;
        MemberId member = member();
        return switch (random.nextInt(14)) {
            case 0, 1 -> Activity.of(member, "review", id);
            case 2 -> Activity.of(member, "review", id).retraction();
            case 3 -> Referral.accept(member, member());
            case 4, 5 -> Transfer.of(member, id, 1 + random.nextInt(60)).to(other(member));
            case 6 ->
                Adjustment.add(member, id, 1 + random.nextInt(90)).by("agent").because("late");
            case 7 ->
                Adjustment.deduct(member, id, 1 + random.nextInt(40))
                        .by("agent")
                        .because("mistake");
            case 8 -> freeze(member, id).by("agent").because("stolen");
            case 9, 10 -> unfreeze(member, id).by("agent").because("found");
            case 11 ->
                TierGrant.of(member, id, "GOLD")
                        .through("2027-01-31")
                        .by("agent")
                        .because("wedding");
            case 12 ->
                random.nextInt(6) == 0
                        ? merge(member, id)
                        : OpeningBalance.of(member, id).points(30).ordered(1 + number, "2026-05-31");
            default -> profile(member);
        };
    }

    private Command merge(MemberId member, String id) {
        return Merge.of(member, id).into(other(member)).by("agent").because("two-cards");
    }

    private Member profile(MemberId member) {
        return Member.of(member)
                .with("segment", random.nextBoolean() ? "student" : "teacher")
                .birthday("02-29");
    }

    private Order order() {
        Order order = Order.of(member(), "o-" + number)
                .currency("GBP")
                .line(OrderLine.of("thing", price()).times(1 + random.nextInt(3)))
                .line(OrderLine.of("scent", price()).category("fine"));
        Order paid = random.nextBoolean() ? order : redeeming(order);
        orders.add(paid);
        return paid;
    }

    private Order redeeming(Order order) {
        String reward = REWARDS.get(random.nextInt(REWARDS.size()));
        return reward.equals("pay") ? order.redeem(reward, 1 + random.nextInt(50)) : order.redeem(reward);
    }

    private String price() {
        return random.nextInt(40) + "." + (10 + random.nextInt(90));
    }

    private MemberId member() {
        return MemberId.of("m-" + random.nextInt(MEMBERS));
    }

    private MemberId other(MemberId member) {
        MemberId other = member();
        return other.equals(member) ? MemberId.of("m-" + MEMBERS) : other;
    }
}
