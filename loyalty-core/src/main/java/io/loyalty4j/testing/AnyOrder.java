package io.loyalty4j.testing;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether it matters in which order commands come. */
final class AnyOrder {
    private static final int MOST_ORDERS = 120;

    private AnyOrder() {}

    /** Each order is tried in a world of its own, up to {@value #MOST_ORDERS}. */
    static void check(World world, List<Command> commands) {
        SortedMap<MemberId, Left> expected = after(world, commands);
        for (List<Command> other : Permutations.of(commands, MOST_ORDERS)) {
            SortedMap<MemberId, Left> actual = after(world, other);
            if (!actual.equals(expected)) {
                throw Failure.of("it matters in which order they come" + "\n  in this order: " + Words.of(commands)
                        + text(expected) + "\n  and in this:   " + Words.of(other) + text(actual)
                        + unseen(expected, actual));
            }
        }
    }

    private static String text(Map<MemberId, Left> states) {
        StringBuilder text = new StringBuilder();
        states.forEach((member, left) ->
                text.append("\n    ").append(member).append(": ").append(left.text()));
        return text.toString();
    }

    /** What differs where the texts do not. */
    private static String unseen(SortedMap<MemberId, Left> before, SortedMap<MemberId, Left> after) {
        StringBuilder text = new StringBuilder();
        before.forEach((member, here) -> {
            Left there = after.getOrDefault(member, Left.NOTHING);
            String difference = Contrast.of(here.all(), there.all(), Possessions.NONE);
            if (here.text().equals(there.text()) && !difference.isEmpty()) {
                text.append("\n  of ").append(member).append(": ").append(difference);
            }
        });
        return text.toString();
    }

    private static SortedMap<MemberId, Left> after(World world, List<Command> commands) {
        World twin = world.again(world.setting());
        commands.forEach(twin::send);
        SortedMap<MemberId, Left> states = new TreeMap<>();
        twin.versions().keySet().forEach(member -> states.put(member, Left.of(twin, member)));
        return states;
    }

    /**
     * What a member is left with.
     *
     * @param text balances, tier, and lots
     * @param all that will matter
     */
    private record Left(String text, SortedMap<String, String> all) {
        static final Left NOTHING = new Left("", new TreeMap<>());

        static Left of(World world, MemberId member) {
            Account account = world.account(member);
            List<String> lots = account.lots().stream()
                    .map(lot -> Holdings.text(lot, account))
                    .sorted()
                    .toList();
            return new Left(
                    Holdings.text(world, member) + ", lots " + lots,
                    Possessions.withMemory(
                            account, world.setting().program().rewards().keySet()));
        }
    }
}
