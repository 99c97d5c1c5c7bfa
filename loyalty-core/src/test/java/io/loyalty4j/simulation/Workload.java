package io.loyalty4j.simulation;

import io.loyalty4j.laws.Chance;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.simulation.Plot.Moment;
import io.loyalty4j.simulation.Script.Act;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes a script of a seed: two versions of a program, machines that run either, and a thousand things that happen. */
final class Workload {
    static final int COMMANDS = 1000;
    private static final int MEMBERS = 50;
    private static final int DAYS = 250;
    private static final LocalDate BEGIN = LocalDate.parse("2026-01-01");
    private static final List<Integer> MACHINES = List.of(0, 0, 1, 1);

    private final Chance chance;

    private Workload(long seed) {
        this.chance = Chance.of(seed);
    }

    static Script of(long seed) {
        return new Workload(seed).script();
    }

    private Script script() {
        Versions random = new Versions(chance);
        List<Rules> versions = List.of(
                random.of(0, Optional.empty()), random.of(1, Optional.of(BEGIN.plusDays(chance.between(80, 160)))));
        List<MemberId> members = IntStream.range(0, MEMBERS)
                .mapToObj(number -> MemberId.of("m" + number))
                .toList();
        long begin = BEGIN.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        Plot plot = new Plot(chance, members, begin, begin + DAYS * Plot.DAY);
        List<Story> stories =
                List.of(new OrderStory(), new TangledStory(), new ReviewStory(), new SmallStory(), new EditStory());
        if (versions.get(0).says(Policy.Enrolment.EXPLICIT)) {
            members.forEach(member -> plot.happens(begin + plot.upTo(60 * Plot.DAY), new Enrol(member)));
        }
        while (plot.size() < COMMANDS) {
            stories.get(chance.weighted(35, 20, 12, 13, 20)).tell(plot);
        }
        return new Script(
                versions, MACHINES, acts(plot.inOrder(), versions.get(1).begins()));
    }

    /** Gives each moment to a machine, whose clock goes its own way. */
    private List<Act> acts(List<Moment> moments, long secondBegins) {
        Map<Integer, Long> wrong = new HashMap<>();
        List<Act> acts = new ArrayList<>();
        for (Moment moment : moments) {
            boolean second = chance.percent(moment.at() < secondBegins ? 2 : 95);
            int machine = chance.below(2) + (second ? 2 : 0);
            if (chance.percent(3)) {
                wrong.put(machine, step());
            }
            acts.add(new Act(moment.at() + wrong.getOrDefault(machine, 0L), machine, moment.deed()));
        }
        return acts;
    }

    /** By how much a clock is wrong from now on. */
    private long step() {
        return switch (chance.weighted(30, 40, 20, 10)) {
            case 0 -> 0;
            case 1 -> chance.between(-4 * 60_000, 4 * 60_000);
            case 2 -> chance.between(-20 * 60_000, 20 * 60_000);
            default -> chance.between(0, 3 * 3_600_000);
        };
    }
}
