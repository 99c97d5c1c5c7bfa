package io.loyalty4j.store;

import io.loyalty4j.shop.MemberId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Units by member, in the order of members and those of one in their own, taken some at a time; and their answers in the order in which they came. */
final class Grouped {
    private static final int UNITS_OF_ONE = 250;
    private static final int UNITS = 2_000;

    private final List<Unit> units;
    private final Map<MemberId, Deque<Integer>> places = new TreeMap<>();
    private final Answer[] answers;

    Grouped(List<Unit> units) {
        this.units = units;
        this.answers = new Answer[units.size()];
        for (int i = 0; i < units.size(); i++) {
            places.computeIfAbsent(units.get(i).request().member(), member -> new ArrayDeque<>())
                    .add(i);
        }
    }

    /**
     * What the answers come to.
     *
     * @param members at most so many in one go; of one member only some, if there are many
     * @param answered to the members of one go
     */
    List<Commit> commits(int members, Function<List<List<Unit>>, List<List<Answer>>> answered) {
        while (!places.isEmpty()) {
            List<List<Integer>> some = next(members);
            List<List<Answer>> found = answered.apply(some.stream()
                    .map(own -> own.stream().map(units::get).toList())
                    .toList());
            for (int m = 0; m < some.size(); m++) {
                for (int i = 0; i < some.get(m).size(); i++) {
                    answers[some.get(m).get(i)] = found.get(m).get(i);
                }
            }
        }
        return commits(List.of(answers));
    }

    private List<List<Integer>> next(int members) {
        List<List<Integer>> some = new ArrayList<>();
        int count = 0;
        for (MemberId member : places.keySet().stream().limit(members).toList()) {
            if (count >= UNITS) {
                break;
            }
            List<Integer> own = next(member);
            some.add(own);
            count += own.size();
        }
        return some;
    }

    private List<Integer> next(MemberId member) {
        List<Integer> own = new ArrayList<>();
        places.computeIfPresent(member, (id, left) -> {
            while (!left.isEmpty() && own.size() < UNITS_OF_ONE) {
                own.add(left.remove());
            }
            return left.isEmpty() ? null : left;
        });
        return own;
    }

    private static List<Commit> commits(List<Answer> answers) {
        List<Answer> others = answers.stream().map(Answer::amongOthers).toList();
        List<Throwable> faults = others.stream()
                .flatMap(answer -> answer.failure().stream())
                .distinct()
                .toList();
        if (!faults.isEmpty()) {
            faults.stream().skip(1).forEach(faults.get(0)::addSuppressed);
            Answer.failed(faults.get(0)).get();
        }
        return others.stream().map(Answer::get).toList();
    }
}
