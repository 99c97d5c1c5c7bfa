package io.loyalty4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.store.ForwardingStore;
import io.loyalty4j.store.LoyaltyStore;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A contract that cannot fail is worth nothing: each wrong store is found by the check that is there for it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class WrongStoresTest {
    static Stream<Wrong> wrongStores() {
        return Stream.of(
                        WrongUpdates.all(),
                        WrongReading.all(),
                        WrongSharing.all(),
                        WrongTelling.all(),
                        WrongTelling.keeping(),
                        WrongNotices.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("wrongStores")
    void a_wrong_store_is_found(Wrong wrong) {
        LoyaltyStoreContract contract =
                LoyaltyStoreContract.of(() -> wrong.store().apply(LoyaltyStore.inMemory()));

        List<Check> meant = contract.checks().stream()
                .filter(check -> check.name().contains(wrong.caughtBy()))
                .toList();

        assertThat(meant).isNotEmpty();
        assertThat(meant.stream().filter(WrongStoresTest::fails)).isNotEmpty();
    }

    @Test
    void a_second_process_that_sees_nothing_of_the_first_is_found_by_every_check_that_opens_one() {
        LoyaltyStoreContract contract = LoyaltyStoreContract.of(LoyaltyStore::inMemory);
        List<String> ofOneProcess = contract.checks().stream().map(Check::name).toList();

        assertThat(contract.reopenedBy(WrongSharing::blind).checks())
                .filteredOn(check -> !ofOneProcess.contains(check.name()))
                .hasSizeGreaterThan(5)
                .allMatch(WrongStoresTest::fails);
    }

    @Test
    void what_is_found_is_told_with_what_was_expected_and_the_postings() {
        Check check = LoyaltyStoreContract.of(() -> new ForwardingStore(LoyaltyStore.inMemory()) {
                    @Override
                    public long taken(String allotment) {
                        return 7;
                    }
                })
                .checks()
                .stream()
                .filter(each -> each.name().contains("a claim is granted whole"))
                .findFirst()
                .orElseThrow();

        assertThat(fault(check).orElseThrow())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("taken\n  expected: 100\n  actual:   7\n")
                .hasMessageContaining("The store has 0 postings");
    }

    @Test
    void a_store_that_only_forwards_is_found_to_be_right() {
        UnaryOperator<LoyaltyStore> same = ForwardingStore::new;

        assertThat(LoyaltyStoreContract.of(LoyaltyStore::inMemory)
                        .reopenedBy(same)
                        .checks())
                .filteredOn(check -> check.name().contains("process"))
                .noneMatch(WrongStoresTest::fails);
    }

    private static boolean fails(Check check) {
        return fault(check).isPresent();
    }

    private static Optional<Throwable> fault(Check check) {
        try {
            check.run();
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(e);
        }
    }
}
