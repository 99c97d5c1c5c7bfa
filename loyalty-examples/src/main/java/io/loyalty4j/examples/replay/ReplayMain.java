package io.loyalty4j.examples.replay;

import io.loyalty4j.examples.programs.BeautyInsider;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.LoyaltyException.OutcomeUnknownException;
import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.store.LoyaltyStore;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Replays a shop's orders and prints what came of them: {@code mvn -q compile exec:java}, or with
 * {@code -Dexec.args="<file.csv|file.csv.gz> ..."} for files of one's own; several are one history. With {@code --store <jdbc url>}, and {@code --user} and
 * {@code --password}, it is booked in a PostgreSQL or H2 database, and a second run on the same one books nothing again.
 *
 * <p>The format is that of the UCI set "Online Retail". Tables go to standard output, progress and complaints to the error output.
 */
public final class ReplayMain {
    static final int FINE = 0;
    static final int UNSOUND = 1;
    static final int UNREADABLE = 2;
    static final int NO_STORE = 3;

    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;
    private final LoyaltyProgram program = BeautyInsider.in("GBP", "Europe/London");

    ReplayMain(PrintStream out, PrintStream err, Progress progress) {
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    /** Ends the process with 1 if an account is unsound, with 2 if a file cannot be used, with 3 if the store cannot or fails. */
    public static void main(String[] args) {
        int code = new ReplayMain(System.out, System.err, Progress.on(System.err)).run(args);
        if (code != FINE) {
            System.exit(code);
        }
    }

    int run(String... words) {
        try (PeakHeap heap = PeakHeap.watched()) {
            StoreArgument said = StoreArgument.of(words);
            List<HistorySource> sources = sources(said.files());
            try (OpenStore open = said.open()) {
                open.remark().ifPresent(out::println);
                return replay(sources, open.store(), heap);
            }
        } catch (UnreadableHistoryException e) {
            err.println(e.getMessage());
            return UNREADABLE;
        } catch (UnusableStoreException | StoreFailedException | OutcomeUnknownException e) {
            err.println(e.getMessage());
            return NO_STORE;
        }
    }

    private static List<HistorySource> sources(List<String> files) {
        return files.isEmpty()
                ? List.of(HistorySource.sample())
                : files.stream().map(HistorySource::named).toList();
    }

    private int replay(List<HistorySource> sources, LoyaltyStore store, PeakHeap heap) {
        Stopwatch watch = Stopwatch.started();
        Verdict verdict = once(sources, store, watch);
        again(sources, store).printTo(out);
        watch.section("peak heap " + Figures.of(heap.mebibytes()) + " MiB").printTo(out);
        return verdict.allSound() ? FINE : UNSOUND;
    }

    private Verdict once(List<HistorySource> sources, LoyaltyStore store, Stopwatch watch) {
        History history = read(sources);
        watch.lap("reading", history.linesRead(), "lines");
        ReplayTally tally = Replay.of(history, program, store, progress);
        watch.lap("booking", history.invoices().size(), "orders and cancellations");

        String names = sources.stream().map(HistorySource::name).collect(Collectors.joining(", "));
        out.println("Replay of " + names + " under the program " + program);
        out.println(Replay.BEHAVIOUR);
        new ReplayReport(history, tally, program, store).sections().forEach(section -> section.printTo(out));

        watch.pause();
        Verdict verdict = Verdict.on(Replay.atTheEnd(history, program, store), Snapshot.members(store));
        watch.lap("verifying", verdict.accounts(), "accounts");
        verdict.section().printTo(out);
        return verdict;
    }

    /** As after a crash, when nobody knows how far the first run came. */
    private Section again(List<HistorySource> sources, LoyaltyStore store) {
        Snapshot before = Snapshot.of(store);
        ReplayTally tally = Replay.of(read(sources), program, store, progress);
        String known = Figures.plural(tally.ordersKnown(), "order") + " and "
                + Figures.plural(tally.refundsKnown(), "return") + " were known";
        return new Section(
                "Replayed a second time over the same store",
                List.of("  " + Snapshot.of(store).since(before) + "; " + known));
    }

    private History read(List<HistorySource> sources) {
        return new HistoryReader(program.zone(), progress).read(sources);
    }
}
