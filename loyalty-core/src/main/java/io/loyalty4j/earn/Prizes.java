package io.loyalty4j.earn;

import io.loyalty4j.shop.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The prizes of a game of chance with their odds, in percent with up to six decimals; what is missing to 100 is the chance of nothing. Immutable; mistakes
 * are reported when the program is built.
 *
 * <p>{@code Prizes.draw().points(500, "1").points(20, "30").reward("thanks-5", "4")}
 */
public final class Prizes {
    static final String NOTHING = "nothing";

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int FINEST = 6;

    private final List<Prize> list;

    private Prizes(List<Prize> list) {
        this.list = List.copyOf(list);
    }

    public static Prizes draw() {
        return new Prizes(List.of());
    }

    public Prizes points(long points, String percent) {
        return with(new Prize(points, Optional.empty(), percent));
    }

    /** One of the program's rewards that ask for a voucher. */
    public Prizes reward(String reward, String percent) {
        return with(new Prize(1, Optional.of(reward), percent));
    }

    private Prizes with(Prize prize) {
        List<Prize> more = new ArrayList<>(list);
        more.add(prize);
        return new Prizes(more);
    }

    List<Prize> list() {
        return list;
    }

    /** The prize at a place of the wheel, from 0 to 100; empty if there is none there. */
    Optional<Prize> at(BigDecimal percent) {
        BigDecimal end = BigDecimal.ZERO;
        for (Prize prize : list) {
            end = end.add(new BigDecimal(prize.percent()));
            if (percent.compareTo(end) < 0) {
                return Optional.of(prize);
            }
        }
        return Optional.empty();
    }

    /** What a rule draws: what it drew before, nothing too, where there still is such a prize; else what is where the wheel stopped. */
    Optional<Prize> drawn(Memory memory, String rule) {
        Optional<String> before = memory.drawn(rule);
        if (before.filter(NOTHING::equals).isPresent()) {
            return Optional.empty();
        }
        return before.flatMap(this::named).or(() -> at(memory.percent(rule)));
    }

    private Optional<Prize> named(String name) {
        return list.stream().filter(prize -> prize.name().equals(name)).findFirst();
    }

    List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Prize prize : list) {
            if (!prize.percent().matches(Money.PATTERN) || new BigDecimal(prize.percent()).scale() > FINEST) {
                mistakes.add("\"" + prize.percent() + "\" is no percentage of at most six decimals");
            } else {
                sum = sum.add(new BigDecimal(prize.percent()));
            }
            if (prize.worth() < 1) {
                mistakes.add(prize.worth() + " points are not more than 0");
            }
            if (!seen.add(prize.name())) {
                mistakes.add(prize.name() + " is there twice");
            }
        }
        if (sum.compareTo(ALL) > 0) {
            mistakes.add("the odds add up to " + sum.toPlainString() + " percent");
        }
        if (list.isEmpty()) {
            mistakes.add("there is no prize");
        }
        return mistakes;
    }

    /** The odds in words. */
    String describe() {
        return String.join(
                ", ",
                list.stream()
                        .map(prize -> prize.name() + " with " + prize.percent() + " percent")
                        .toList());
    }

    /**
     * One prize.
     *
     * @param worth points, or how many of the reward
     */
    record Prize(long worth, Optional<String> reward, String percent) {
        String name() {
            return reward.map(code -> "the reward " + code).orElseGet(() -> worth + " points");
        }
    }
}
