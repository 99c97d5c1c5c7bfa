package io.loyalty4j.laws;

import io.loyalty4j.shop.Window;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Random stamp cards and challenges; always under the same ids, so that the next version of a program changes their terms. */
final class Quests {
    private final Chance chance;

    Quests(Chance chance) {
        this.chance = chance;
    }

    void add(List<RuleSpec> rules, IntFunction<Term> onLine) {
        if (chance.percent(45)) {
            rules.add(card("card").on(chance.percent(60) ? Optional.of(onLine.apply(1)) : Optional.empty()));
        }
        if (chance.percent(60)) {
            rules.add(card("visits").activity("visit"));
        }
        if (chance.percent(45)) {
            rules.add(challenge("quest", quest())
                    .on(chance.percent(30) ? Optional.of(onLine.apply(1)) : Optional.empty()));
        }
        if (chance.percent(15)) {
            QuestSpec earning = new QuestSpec(
                    0, 0, chance.of(30L, 100L), "0", Optional.empty(), false, Optional.of(chance.of(Programs.WINDOWS)));
            rules.add(challenge("topup", earning));
        }
    }

    private RuleSpec card(String id) {
        String size = Integer.toString(chance.between(2, 5));
        return RuleSpec.of(id, RuleSpec.Kind.CARD, chance.of(4L, 20L, 35L), size)
                .caps(caps(true));
    }

    private RuleSpec challenge(String id, QuestSpec quest) {
        return RuleSpec.of(id, RuleSpec.Kind.QUEST, chance.of(15L, 50L), "")
                .caps(caps(false))
                .quest(quest);
    }

    private List<CapSpec> caps(boolean countable) {
        Window window = chance.of(Programs.WINDOWS);
        return switch (chance.weighted(70, 10, 10, countable ? 15 : 0)) {
            case 0 -> List.of();
            case 1 -> List.of(new CapSpec(true, chance.of(10L, 25L, 60L), Optional.of(window)));
            case 2 -> List.of(new CapSpec(false, chance.between(1, 2), Optional.of(window)));
            default -> List.of(new CapSpec(false, chance.between(1, 4), Optional.empty()));
        };
    }

    private QuestSpec quest() {
        int orders = chance.percent(50) ? chance.between(1, 3) : 0;
        int reviews = chance.percent(30) ? chance.between(1, 2) : 0;
        long earning = chance.percent(25) ? chance.of(20L, 80L, 200L) : 0;
        String spending = chance.percent(50) || orders + reviews + earning == 0 ? chance.of("20", "75.50", "150") : "0";
        boolean timed = chance.percent(40);
        boolean since = timed && chance.percent(30);
        return new QuestSpec(
                orders,
                reviews,
                earning,
                spending,
                timed ? Optional.of(Period.ofDays(chance.of(5, 30, 200))) : Optional.empty(),
                since,
                timed || chance.percent(40) ? Optional.empty() : Optional.of(chance.of(Programs.WINDOWS)));
    }
}
