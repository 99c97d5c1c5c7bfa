package io.loyalty4j.testing;

import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** In what order an order's lines are listed is of no account. */
final class RuleLineChecks {
    private static final int TURNS = 2;

    private RuleLineChecks() {}

    static List<RuleClause> all() {
        return List.of(new RuleClause(
                "in whatever order the lines are listed, it gives the same on each",
                trial -> trial.onOrders(scene -> lines(trial, scene))));
    }

    private static void lines(RuleTrial trial, RuleScene scene) {
        Order order = scene.order().orElseThrow();
        List<String> awards = RuleListingChecks.awards(trial.plain(), scene);
        for (List<OrderLine> lines : listings(order.lines())) {
            RuleScene other = scene.with(RuleVariants.withLines(order, lines));
            Expect.equal(
                    scene + ": its lines, listed as " + text(lines) + ", are given something else",
                    awards,
                    RuleListingChecks.awards(trial.plain(), other));
        }
    }

    private static List<List<OrderLine>> listings(List<OrderLine> lines) {
        List<List<OrderLine>> listings = new ArrayList<>();
        for (int turn = 1; turn <= Math.min(TURNS, lines.size() - 1); turn++) {
            List<OrderLine> rotated = new ArrayList<>(lines);
            Collections.rotate(rotated, turn);
            listings.add(rotated);
        }
        List<OrderLine> reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);
        listings.add(reversed);
        return listings;
    }

    private static String text(List<OrderLine> lines) {
        return lines.stream().map(line -> line.quantity() + " " + line.id()).collect(Collectors.joining(" + "));
    }
}
