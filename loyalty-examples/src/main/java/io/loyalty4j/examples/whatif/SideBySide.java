package io.loyalty4j.examples.whatif;

import io.loyalty4j.examples.replay.History;
import io.loyalty4j.examples.replay.Invoice;
import io.loyalty4j.examples.replay.Progress;
import io.loyalty4j.examples.replay.Replay;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Books one history under several programs, each in a store of its own: day by day, a day under all of them at once. */
final class SideBySide {
    private final History history;
    private final Progress progress;

    /** Of a history with at least one invoice. */
    SideBySide(History history, Progress progress) {
        this.history = history;
        this.progress = progress;
    }

    List<Trial> under(List<Plan> plans, Estimate estimate) {
        Instant start = history.invoices().get(0).at();
        List<Run> runs = plans.stream().map(plan -> Run.of(plan, start)).toList();
        ZoneId zone = plans.get(0).program().zone();
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(plans.size(), Runtime.getRuntime().availableProcessors()));
        try {
            for (List<Invoice> day : progress.over(days(zone), "days", "booking")) {
                List<CompletableFuture<Void>> each = runs.stream()
                        .map(run -> CompletableFuture.runAsync(() -> day.forEach(run.replay()::next), threads))
                        .toList();
                each.forEach(CompletableFuture::join);
            }
        } finally {
            threads.shutdownNow();
        }
        return runs.stream()
                .map(run ->
                        Trial.of(run.plan(), history, run.store(), run.replay().end(), estimate))
                .toList();
    }

    /** In the order of time, as the invoices are. */
    private List<List<Invoice>> days(ZoneId zone) {
        Map<LocalDate, List<Invoice>> days = history.invoices().stream()
                .collect(Collectors.groupingBy(
                        invoice -> LocalDate.ofInstant(invoice.at(), zone), LinkedHashMap::new, Collectors.toList()));
        return new ArrayList<>(days.values());
    }

    private record Run(Plan plan, LoyaltyStore store, Replay replay) {
        static Run of(Plan plan, Instant start) {
            LoyaltyStore store = LoyaltyStore.inMemory();
            return new Run(plan, store, Replay.begin(plan.program(), store, start));
        }
    }
}
