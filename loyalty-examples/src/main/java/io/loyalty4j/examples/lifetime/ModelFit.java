package io.loyalty4j.examples.lifetime;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.loyalty4j.insight.BgNbd;
import io.loyalty4j.insight.GammaGamma;
import io.loyalty4j.insight.RepeatSpend;
import io.loyalty4j.insight.Repeats;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * A model, and how likely it makes a history.
 *
 * @param logLikelihood the natural logarithm
 */
record ModelFit<M>(M model, double logLikelihood) {
    /** The BG/NBD model that makes it likeliest when customers came back, searched from a starting point: r, alpha, a, b. */
    static ModelFit<BgNbd> ofOrders(List<Repeats> histories, double... start) {
        return of(histories, BgNbd::logLikelihood, at -> new BgNbd(at[0], at[1], at[2], at[3]), start);
    }

    /** The Gamma-Gamma model that makes it likeliest what they spent, searched from a starting point: p, q, v. */
    static ModelFit<GammaGamma> ofSpending(List<RepeatSpend> spent, double... start) {
        return of(spent, GammaGamma::logLikelihood, at -> new GammaGamma(at[0], at[1], at[2]), start);
    }

    /** Equal histories are equally likely, and reckoned once. */
    private static <M, H> ModelFit<M> of(
            List<H> histories, ToDoubleBiFunction<M, H> logLikelihood, Function<double[], M> model, double... start) {
        Map<H, Long> counts = histories.stream().collect(groupingBy(identity(), counting()));
        Function<M, Double> sum = candidate -> counts.entrySet().stream()
                .mapToDouble(one -> one.getValue() * logLikelihood.applyAsDouble(candidate, one.getKey()))
                .sum();
        M best = model.apply(Summit.of(at -> sum.apply(model.apply(at)), start));
        return new ModelFit<>(best, sum.apply(best));
    }
}
