package io.loyalty4j.examples.lifetime;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Fits models to an order history and ranks its customers: {@code mvn -q compile exec:java -Dexec.mainClass=io.loyalty4j.examples.lifetime.LifetimeMain}, of the sample
 * history; with {@code -Dexec.args="CDNOW_sample.txt 1997-09-30"} of the CDNOW sample up to that day, beside what came of it.
 */
public final class LifetimeMain {
    private static final int WEEKS = 39;

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
        new LifetimeReport(Forecast.of(history, last, WEEKS)).lines().forEach(out::println);
    }
}
