package io.loyalty4j.store;

import io.loyalty4j.shop.MemberId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Units by member, those of one in their order, and their answers in the order of the units. */
final class Grouped {
    private final List<Unit> units;
    private final Map<MemberId, List<Integer>> places = new LinkedHashMap<>();

    Grouped(List<Unit> units) {
        this.units = units;
        for (int i = 0; i < units.size(); i++) {
            places.computeIfAbsent(units.get(i).request().member(), member -> new ArrayList<>())
                    .add(i);
        }
    }

    List<List<Unit>> members() {
        return places.values().stream()
                .map(own -> own.stream().map(units::get).toList())
                .toList();
    }

    /**
     * What the answers come to.
     *
     * @param answered to the members, so many at a time
     */
    List<Commit> commits(int atATime, Function<List<List<Unit>>, List<List<Answer>>> answered) {
        List<List<Unit>> members = members();
        List<List<Answer>> answers = new ArrayList<>();
        for (int from = 0; from < members.size(); from += atATime) {
            answers.addAll(answered.apply(members.subList(from, Math.min(members.size(), from + atATime))));
        }
        return commits(inOrder(answers));
    }

    private List<Answer> inOrder(List<List<Answer>> answers) {
        Answer[] found = new Answer[units.size()];
        int member = 0;
        for (List<Integer> own : places.values()) {
            for (int i = 0; i < own.size(); i++) {
                found[own.get(i)] = answers.get(member).get(i);
            }
            member++;
        }
        return List.of(found);
    }

    private static List<Commit> commits(List<Answer> answers) {
        List<Answer> others = answers.stream().map(Answer::amongOthers).toList();
        List<Throwable> faults =
                others.stream().flatMap(answer -> answer.failure().stream()).distinct().toList();
        if (!faults.isEmpty()) {
            faults.stream().skip(1).forEach(faults.get(0)::addSuppressed);
            Answer.failed(faults.get(0)).get();
        }
        return others.stream().map(Answer::get).toList();
    }
}
