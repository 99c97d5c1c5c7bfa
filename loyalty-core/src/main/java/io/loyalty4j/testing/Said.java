package io.loyalty4j.testing;

import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.FrozenContribution;
import io.loyalty4j.earn.Silence;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the rule said to one sample.
 *
 * @param contributions as the order keeps them; none of a quote
 * @param silences why it gave nothing, if so
 */
record Said(List<Award> awards, List<FrozenContribution> contributions, List<Silence> silences) {
    static Said of(Receipt receipt) {
        List<FrozenContribution> frozen = receipt.posting()
                .changes(Change.OrderSet.class)
                .flatMap(set -> set.delta().terms().stream())
                .flatMap(terms -> terms.contributions().stream())
                .filter(one -> one.rule().equals(RuleBench.RULE))
                .toList();
        return new Said(awards(receipt.awards()), frozen, silences(receipt.silent()));
    }

    static Said of(Quote quote) {
        return new Said(awards(quote.awards()), List.of(), silences(quote.silent()));
    }

    private static List<Award> awards(List<Award> all) {
        return all.stream()
                .filter(award -> award.rule().equals(RuleBench.RULE))
                .sorted(Comparator.comparing(award -> award.line().orElse("")))
                .toList();
    }

    private static List<Silence> silences(List<Silence> all) {
        return all.stream()
                .filter(silence -> silence.rule().equals(RuleBench.RULE))
                .toList();
    }

    /** As a quote tells it. */
    Said quoted() {
        return new Said(awards, List.of(), silences);
    }

    /** Points, a reward, or what the others gave, several times. */
    boolean gives() {
        boolean reward = contributions.stream().anyMatch(one -> one.reward().isPresent());
        return !awards.isEmpty() || (reward && silences.isEmpty());
    }

    long points() {
        return awards.stream().mapToLong(Award::points).reduce(0, Math::addExact);
    }

    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        awards.forEach(award -> words.add(award.points() + " points"
                + award.line().map(line -> " on " + line).orElse("") + " because of \"" + award.why() + "\""));
        silences.forEach(silence -> words.add("nothing because of \"" + silence.why() + "\""));
        if (awards.isEmpty()) {
            contributions.stream().map(Said::text).forEach(words::add);
        }
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    private static String text(FrozenContribution one) {
        String per = one.per().map(amount -> " per " + amount.toPlainString()).orElse("");
        String reward = one.reward().map(code -> " of the reward " + code).orElse("");
        return one.kind() + " " + one.value().toPlainString() + per + reward;
    }
}
