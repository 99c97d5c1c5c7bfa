package io.loyalty4j.testing;

import io.loyalty4j.earn.Probes;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.TierGrant;
import io.loyalty4j.tier.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a member did before a scene: what the rule is known to ask for. */
final class RulePast {
    private static final int MOST_ORDERS = 30;
    private static final int A_DAY = 1;

    private final RuleBench bench;
    private final LoyaltyProgram program;
    private final Probes probes;
    private final RuleProfile profile;

    RulePast(RuleBench bench, LoyaltyProgram program, Probes probes) {
        this.bench = bench;
        this.program = program;
        this.probes = probes;
        this.profile = new RuleProfile(program, probes, bench.profiles());
    }

    /** The member is enrolled, and nothing more. */
    RuleScene none(Command sample, Instant at) {
        return scene(sample, at, List.of(), "");
    }

    /** By somebody of each tier, and after each number of orders that makes a difference. */
    List<RuleScene> some(Command sample, Instant at) {
        List<RuleScene> scenes = new ArrayList<>();
        program.ladder().rungs().stream().skip(1).map(Standing.Rung::tier).forEach(tier -> {
            TierGrant grant =
                    TierGrant.of(sample.member(), "before", tier).by("tester").because("trial");
            scenes.add(scene(sample, at, List.of(grant), " by a member in " + tier));
        });
        TreeSet<Long> numbers = new TreeSet<>(probes.earlierOrders());
        probes.pauses().forEach(days -> numbers.add(1L));
        numbers.subSet(1L, true, (long) MOST_ORDERS, true)
                .forEach(orders ->
                        scenes.add(scene(sample, at, earlier(sample, at, orders), " after earlier orders: " + orders)));
        return scenes;
    }

    private List<Command> earlier(Command sample, Instant at, long orders) {
        int days = probes.pauses().isEmpty() ? A_DAY : probes.pauses().last();
        List<Command> earlier = new ArrayList<>();
        for (long i = 0; i < orders; i++) {
            earlier.add(Order.of(sample.member(), "before-" + i)
                    .currency(bench.programs().currency())
                    .line(OrderLine.of("something", "1.00"))
                    .at(at.atZone(program.zone()).minusDays(days).toInstant()));
        }
        return earlier;
    }

    /** Whether the rule gives something for a sample by anybody. */
    boolean gives(Command sample, Instant at) {
        List<RuleScene> scenes = new ArrayList<>(List.of(none(sample, at)));
        scenes.addAll(some(sample, at));
        return scenes.stream().anyMatch(this::gives);
    }

    private boolean gives(RuleScene scene) {
        try {
            return RuleVisit.first(program, scene).gives();
        } catch (LoyaltyException | AssertionError told) {
            return false;
        }
    }

    private RuleScene scene(Command sample, Instant at, List<Command> before, String words) {
        List<Command> all = new ArrayList<>(List.of(profile.of(sample.member(), at)));
        all.addAll(before);
        return new RuleScene(profile.enrolledAt(at), List.copyOf(all), at, dated(sample, at), words);
    }

    private static Command dated(Command sample, Instant at) {
        if (sample instanceof Order order) {
            return order.at(at);
        }
        return sample instanceof Activity activity ? activity.at(at) : sample;
    }
}
