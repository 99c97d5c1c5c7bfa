package io.loyalty4j.testing;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether it matters in which order commands come. */
final class AnyOrder {
    private static final int MOST_ORDERS = 120;

    private AnyOrder() {}

    /** Each order is tried in a world of its own, up to {@value #MOST_ORDERS}. */
    static void check(World world, List<Command> commands) {
        Map<MemberId, String> expected = after(world, commands);
        for (List<Command> other : Permutations.of(commands, MOST_ORDERS)) {
            Map<MemberId, String> actual = after(world, other);
            if (!actual.equals(expected)) {
                throw Failure.of("it matters in which order they come" + "\n  in this order: " + Words.of(commands)
                        + text(expected) + "\n  and in this:   " + Words.of(other) + text(actual));
            }
        }
    }

    private static String text(Map<MemberId, String> states) {
        StringBuilder text = new StringBuilder();
        states.forEach((member, state) ->
                text.append("\n    ").append(member).append(": ").append(state));
        return text.toString();
    }

    private static Map<MemberId, String> after(World world, List<Command> commands) {
        World twin = world.again(world.setting());
        commands.forEach(twin::send);
        Map<MemberId, String> states = new TreeMap<>();
        twin.versions().keySet().forEach(member -> states.put(member, state(twin, member)));
        return states;
    }

    private static String state(World world, MemberId member) {
        Account account = world.account(member);
        List<String> lots = account.lots().stream()
                .map(lot -> Holdings.text(lot, account))
                .sorted()
                .toList();
        return Holdings.text(world, member) + ", lots " + lots;
    }
}
