package io.loyalty4j.testing;

import io.loyalty4j.store.LoyaltyStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What every store must do, the one in memory, those for databases, and yours. A store that passes all of it loses no points and gives none twice.
 *
 * <p>{@code @TestFactory Stream<DynamicTest> contract() { return LoyaltyStoreContract.of(MyStore::new).checks().stream().map(check ->
 * DynamicTest.dynamicTest(check.name(), check::run)); }}
 *
 * <p>The checks are the same in every run, but for the order in which threads come. Immutable.
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
     * @param freshStore gives an empty store each time it is asked, which shares nothing with those before it
     */
    public static LoyaltyStoreContract of(Supplier<? extends LoyaltyStore> freshStore) {
        return new LoyaltyStoreContract(new Bench(freshStore, Optional.empty()));
    }

    /**
     * The same of a store whose data outlives a process; some checks more.
     *
     * @param another opens a second store on a store's data, as another process would; both may be used at once from then on
     */
    public LoyaltyStoreContract reopenedBy(UnaryOperator<LoyaltyStore> another) {
        return new LoyaltyStoreContract(new Bench(bench.fresh(), Optional.of(another)));
    }

    /** Each takes a fresh store. They may be run in any order. */
    public List<Check> checks() {
        return ARTICLES.stream()
                .flatMap(List::stream)
                .filter(clause -> !clause.reopens() || bench.another().isPresent())
                .map(clause -> clause.on(bench))
                .toList();
    }
}
