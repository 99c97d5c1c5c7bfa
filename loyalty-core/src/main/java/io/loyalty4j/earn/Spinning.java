package io.loyalty4j.earn;

import io.loyalty4j.earn.FrozenContribution.Kind;
import io.loyalty4j.shop.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A game of chance: one draw for an activity, decided with it. */
record Spinning(Prizes prizes) implements Tracked, Stated {
    @Override
    public Told tell(Question question) {
        Optional<Prizes.Prize> prize = prizes.drawn(question.memory(), question.rule());
        Contribution contribution =
                prize.<Contribution>map(Spinning::given).orElseGet(() -> new Withheld(Reason.of("no-prize")));
        String name = prize.map(Prizes.Prize::name).orElse(Prizes.NOTHING);
        return new Told(contribution, List.of(), Optional.of(name), Optional.empty());
    }

    private static Given given(Prizes.Prize prize) {
        Reason why = Reason.of("prize", prize.name(), prize.percent());
        return Given.of(Kind.BONUS, BigDecimal.valueOf(prize.worth()), Optional.empty(), why)
                .rewarding(prize.reward());
    }

    @Override
    public boolean indivisible() {
        return true;
    }

    @Override
    public Set<String> rewards() {
        return prizes.list().stream().flatMap(prize -> prize.reward().stream()).collect(Collectors.toSet());
    }

    @Override
    public String describe() {
        return "a draw: " + prizes.describe();
    }

    @Override
    public List<String> mistakes(Set<String> tiers) {
        return new ArrayList<>(prizes.mistakes());
    }
}
