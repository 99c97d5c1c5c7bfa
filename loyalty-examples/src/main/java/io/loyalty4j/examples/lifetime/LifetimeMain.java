package io.loyalty4j.examples.lifetime;

import io.loyalty4j.examples.lifetime.Forecast.Stake;
import io.loyalty4j.examples.lifetime.OrderHistory.Buyer;
import io.loyalty4j.insight.BgNbd;
import io.loyalty4j.insight.GammaGamma;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Fits models to an order history and ranks its customers: {@code mvn -q compile exec:java -Dexec.mainClass=io.loyalty4j.examples.lifetime.LifetimeMain}, of the sample
 * history; with {@code -Dexec.args="CDNOW_sample.txt 1997-09-30"} of the CDNOW sample up to that day, beside what came of it.
 */
public final class LifetimeMain {
    private static final int WEEKS = 39;
    private static final int MOST_SHOWN = 10;

    private LifetimeMain() {}

    /**
     * Prints to standard output.
     *
     * @param args none for the sample history, or a file, and the last day that is known to the models if it is not the history's
     */
    public static void main(String[] args) throws IOException {
        print(System.out, args);
    }

    static void print(PrintStream out, String... args) throws IOException {
        OrderHistory history = args.length == 0 ? OrderHistory.sample() : CdnowReader.read(Path.of(args[0]));
        LocalDate last = args.length < 2 ? history.end() : LocalDate.parse(args[1]);
        print(out, Forecast.of(history, last, WEEKS));
    }

    private static void print(PrintStream out, Forecast forecast) {
        int buyers = forecast.buyers().size();
        BgNbd orders = forecast.orders().model();
        GammaGamma spending = forecast.spending().model();
        say(out, "%s: %,d buyers, as known at the end of %s%n", forecast.history().name(), buyers, forecast.last());
        say(out, "  BG/NBD       r %.3f  alpha %.3f  a %.3f  b %.3f  log-likelihood %.2f%n",
                orders.r(), orders.alpha(), orders.a(), orders.b(), forecast.orders().logLikelihood());
        say(out, "  Gamma-Gamma  p %.2f  q %.2f  v %.2f  log-likelihood %.2f%n",
                spending.p(), spending.q(), spending.v(), forecast.spending().logLikelihood());
        say(out, "%nThe next %d weeks of all of them%n", WEEKS);
        say(out, "  %,.0f days with orders expected%s%n", forecast.expectedOrders(), forecast.actualOrders()
                .map(actual -> String.format(Locale.ROOT, ", and %,d in fact", actual)).orElse(""));
        say(out, "  %,.2f %s expected to be spent%n", forecast.expectedSpend().amount(), forecast.history().currency());
        say(out, "%nMost worth a win-back: what they would spend in these weeks if they were there, times how likely they are gone%n");
        say(out, "  %-8s %7s %12s %8s %9s%n", "member", "repeats", "days silent", "P(alive)", "at stake");
        forecast.worthWinningBack().stream().limit(MOST_SHOWN).forEach(stake -> row(out, forecast, stake));
    }

    private static void row(PrintStream out, Forecast forecast, Stake stake) {
        Buyer buyer = stake.buyer();
        long silent = buyer.repeats().ageDays() - buyer.repeats().recencyDays();
        say(out, "  %-8s %7d %12d %8.2f %,9.2f%n", buyer.customer().member(), buyer.repeats().frequency(), silent,
                forecast.orders().model().alive(buyer.repeats()), stake.amount().amount());
    }

    private static void say(PrintStream out, String format, Object... facts) {
        out.printf(Locale.ROOT, format, facts);
    }
}
