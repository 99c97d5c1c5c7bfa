package io.loyalty4j.testing;

import io.loyalty4j.earn.Probes;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The scenes that a rule is tried in: the samples, or else orders and activities made of what the rule is known to ask for. */
final class RuleScenes {
    private final RuleBench bench;
    private final LoyaltyProgram program;
    private final Probes probes;
    private final RulePast past;

    RuleScenes(RuleBench bench, LoyaltyProgram program) {
        this.bench = bench;
        this.program = program;
        this.probes = RuleMoments.probes(program);
        this.past = new RulePast(bench, program, probes);
    }

    List<RuleScene> all() {
        return bench.samples().isEmpty()
                ? ofTheRule()
                : bench.samples().stream().flatMap(this::named).toList();
    }

    private Stream<RuleScene> named(Command sample) {
        Instant at = Times.of(sample).orElseGet(() -> good(List.of(sample)));
        return Stream.concat(Stream.of(past.none(sample, at)), past.some(sample, at).stream());
    }

    private List<RuleScene> ofTheRule() {
        List<Order> orders = new RuleOrders(bench.programs().currency(), probes).all();
        List<Activity> activities = RuleActivities.of(program, probes);
        List<Command> samples =
                Stream.<Command>concat(orders.stream(), activities.stream()).toList();
        Instant at = good(samples);
        List<RuleScene> scenes = new ArrayList<>();
        samples.forEach(sample -> scenes.add(past.none(sample, at)));
        scenes.addAll(past.some(orders.get(0), at));
        activities.stream().limit(1).forEach(activity -> scenes.addAll(past.some(activity, at)));
        RuleMoments.outOfSeason(program, at).ifPresent(then -> scenes.add(past.none(orders.get(0), then)));
        return scenes;
    }

    /** An instant at which the rule gives something for one of the samples; any other if there is none, or if it throws. */
    private Instant good(List<Command> samples) {
        List<Instant> moments = new RuleMoments(program, probes).all();
        return moments.stream()
                .filter(at -> samples.stream().anyMatch(sample -> past.gives(sample, at)))
                .findFirst()
                .orElse(moments.get(0));
    }
}
