package io.loyalty4j.examples.documents;

import io.loyalty4j.store.LoyaltyStore;
import io.loyalty4j.testing.LoyaltyStoreContract;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a store of one's own has to pass, in one factory. */
class DocumentLoyaltyStoreTest {
    private final Map<LoyaltyStore, Documents> databases = new WeakHashMap<>();

    @TestFactory
    Stream<DynamicTest> keepsTheContractOfStores() {
        return LoyaltyStoreContract.of(() -> on(new InMemoryDocuments()))
                .reopenedBy(
                        store -> on(Optional.ofNullable(databases.get(store)).orElseThrow()))
                .checks()
                .stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), check::run));
    }

    /** Another store on the same documents is what another process would be. */
    private LoyaltyStore on(Documents documents) {
        LoyaltyStore store = new DocumentLoyaltyStore(documents);
        databases.put(store, documents);
        return store;
    }
}
