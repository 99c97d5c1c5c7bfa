package io.loyalty4j.ledger;

import io.loyalty4j.earn.Card;
import io.loyalty4j.earn.FrozenContribution;
import io.loyalty4j.earn.Keep;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a rule gave to an order, as lines. */
final class ContributionText {
    static final String CONTRIBUTION = "contribution";
    private static final String CARD = "card";

    private ContributionText() {}

    static void write(TextWriter text, FrozenContribution one) {
        text.line(
                CONTRIBUTION,
                one.rule(),
                one.kind(),
                one.value(),
                one.per(),
                one.most(),
                one.group(),
                one.reward(),
                List.copyOf(new TreeSet<>(one.lines())));
        one.card()
                .ifPresent(card ->
                        text.line(CARD, card.stamps(), card.openSize(), card.openWorth(), card.size(), card.most()));
        KeepText.write(text, one.keep(), one.lineKeeps());
    }

    static FrozenContribution read(TextReader text) {
        TextFields line = text.line(CONTRIBUTION);
        String rule = line.text();
        FrozenContribution.Kind kind = line.constant(FrozenContribution.Kind.class);
        BigDecimal value = line.decimal();
        Optional<BigDecimal> per = line.optional(TextFields::decimal);
        Optional<Long> most = line.optional(TextFields::number);
        Optional<String> group = line.optional(TextFields::text);
        Optional<String> reward = line.optional(TextFields::text);
        Set<String> lines = Set.copyOf(line.list(TextFields::text));
        Optional<Card> card =
                text.optional(CARD, of -> new Card(of.number(), of.number(), of.number(), of.number(), of.number()));
        Keep keep = KeepReading.read(text);
        return new FrozenContribution(
                rule, kind, lines, KeepReading.ofLines(text), value, per, keep, most, group, card, reward);
    }
}
