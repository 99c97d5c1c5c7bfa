package io.loyalty4j.testing;

import io.loyalty4j.store.LoyaltyStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What every store must do, the one in memory, those for databases, and yours. A store that passes all of it loses no points and gives none twice, as long as
 * its processes and its database live: that they may die, and how they keep transactions apart, is not tried.
 *
 * <p>{@code @TestFactory Stream<DynamicTest> contract() { return LoyaltyStoreContract.of(MyStore::new).checks().stream().map(check ->
 * DynamicTest.dynamicTest(check.name(), check::run)); }}; without a framework {@code for (Check check : contract.checks()) check.run();}.
 *
 * <p>What is sent and when is the same in every run; only the order in which threads come differs. A check that fails throws an {@link AssertionError} with
 * what was expected, what was there, and the store's last postings. The page {@code loyalty-core/docs/write-a-store.md} has an adapter, and the mistakes that each group
 * of checks finds. Immutable.
 */
public final class LoyaltyStoreContract {
    private static final List<List<Clause>> ARTICLES = List.of(
            ReplayChecks.all(),
            ConflictChecks.all(),
            IdChecks.all(),
            LongIdChecks.all(),
            TextChecks.all(),
            ProfileTextChecks.all(),
            FailureChecks.all(),
            RefusalChecks.all(),
            StateChecks.all(),
            OrderStateChecks.all(),
            JournalChecks.all(),
            ValueChecks.all(),
            ReadingChecks.all(),
            PageChecks.all(),
            DueChecks.all(),
            DueInstantChecks.all(),
            AdoptionChecks.all(),
            AdoptionInstantChecks.all(),
            BatchChecks.all(),
            BatchFaultChecks.all(),
            ClaimChecks.all(),
            ClaimantChecks.all(),
            SettlementChecks.all(),
            OpenClaimChecks.all(),
            AllotmentChecks.all(),
            AllotmentLifeChecks.all(),
            OutboxChecks.all(),
            DeliveryChecks.all(),
            NewsChecks.all(),
            NewsTimeChecks.all(),
            ContactChecks.all(),
            ContactRaceChecks.all(),
            NoticeChecks.all(),
            ProfileChecks.all(),
            ProfileRaceChecks.all(),
            RaceChecks.all(),
            TabChecks.all(),
            HoldRaceChecks.all(),
            PartsChecks.all(),
            CrowdChecks.all(),
            SweepChecks.all(),
            LimitChecks.all(),
            LotChecks.all(),
            LifeChecks.all());

    private final Bench bench;

    private LoyaltyStoreContract(Bench bench) {
        this.bench = bench;
    }

    /**
     * The contract of a store whose data lives in one process.
     *
     * @param freshStore gives an empty store each time it is asked, which shares nothing with those before it; those before it are not used any more. It is asked
     *     once by each run of a check. Stores are not closed: who opens something closes it
     */
    public static LoyaltyStoreContract of(Supplier<? extends LoyaltyStore> freshStore) {
        return new LoyaltyStoreContract(new Bench(freshStore, Optional.empty()));
    }

    /**
     * The same of a store whose data outlives a process: some checks more, about what a second process finds, and what many do at once is done by both.
     *
     * @param another opens a second store on a store's data, as another process would, with nothing in memory that both share; both are used at once from then
     *     on. It is given a store that came from the first supplier, and may be asked several times for the same
     */
    public LoyaltyStoreContract reopenedBy(UnaryOperator<LoyaltyStore> another) {
        return new LoyaltyStoreContract(new Bench(bench.fresh(), Optional.of(another)));
    }

    /**
     * From the simple to what builds on it: who looks for a mistake begins with the first that fails. Each takes a fresh store; they may be run in any order,
     * again, and side by side if the stores share nothing.
     */
    public List<Check> checks() {
        return ARTICLES.stream()
                .flatMap(List::stream)
                .filter(clause -> !clause.reopens() || bench.another().isPresent())
                .map(clause -> clause.on(bench))
                .toList();
    }
}
