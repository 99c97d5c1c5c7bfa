package io.loyalty4j.examples.lifetime;

import io.loyalty4j.examples.lifetime.Forecast.Stake;
import io.loyalty4j.insight.BgNbd;
import io.loyalty4j.insight.GammaGamma;
import io.loyalty4j.insight.Repeats;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A forecast in lines for people, the same in every country. */
record LifetimeReport(Forecast forecast) {
    private static final int MOST_SHOWN = 10;
    private static final String FIT = "  %-12s %s  log-likelihood %.2f";

    Stream<String> lines() {
        return Stream.of(models(), weeks(), winBack()).flatMap(List::stream);
    }

    private List<String> models() {
        BgNbd orders = forecast.orders().model();
        GammaGamma spending = forecast.spending().model();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%s: %,d buyers, as known at the end of %s",
                        forecast.history().name(),
                        forecast.buyers().size(),
                        forecast.last()),
                String.format(
                        Locale.ROOT,
                        FIT,
                        "BG/NBD",
                        String.format(
                                Locale.ROOT,
                                "r %.3f  alpha %.3f  a %.3f  b %.3f",
                                orders.r(),
                                orders.alpha(),
                                orders.a(),
                                orders.b()),
                        forecast.orders().logLikelihood()),
                String.format(
                        Locale.ROOT,
                        FIT,
                        "Gamma-Gamma",
                        String.format(Locale.ROOT, "p %.2f  q %.2f  v %.2f", spending.p(), spending.q(), spending.v()),
                        forecast.spending().logLikelihood()));
    }

    private List<String> weeks() {
        String actual = forecast.actualOrders()
                .map(orders -> String.format(Locale.ROOT, ", and %,d in fact", orders))
                .orElse("");
        return List.of(
                "",
                String.format(Locale.ROOT, "The next %d weeks of all of them", forecast.weeks()),
                String.format(Locale.ROOT, "  %,.0f days with orders expected%s", forecast.expectedOrders(), actual),
                String.format(
                        Locale.ROOT,
                        "  %,.2f %s expected to be spent",
                        forecast.expectedSpend().amount(),
                        forecast.history().currency()));
    }

    private List<String> winBack() {
        Stream<String> head = Stream.of(
                "",
                "Most worth a win-back: what they would spend in these weeks if they were there, times how likely they are gone",
                String.format(
                        Locale.ROOT,
                        "  %-8s %7s %12s %8s %9s",
                        "member",
                        "repeats",
                        "days silent",
                        "P(alive)",
                        "at stake"));
        return Stream.concat(
                        head,
                        forecast.worthWinningBack().stream().limit(MOST_SHOWN).map(this::row))
                .toList();
    }

    private String row(Stake stake) {
        Repeats known = stake.buyer().repeats();
        return String.format(
                Locale.ROOT,
                "  %-8s %7d %12d %8.2f %,9.2f",
                stake.buyer().customer().member(),
                known.frequency(),
                known.ageDays() - known.recencyDays(),
                forecast.orders().model().alive(known),
                stake.amount().amount());
    }
}
