package io.loyalty4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.loyalty4j.store.LoyaltyStore;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The store in memory, held to the contract of stores. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class InMemoryContractTest {
    private static final LoyaltyStoreContract CONTRACT = LoyaltyStoreContract.of(LoyaltyStore::inMemory);

    @TestFactory
    Stream<DynamicTest> the_store_in_memory_keeps_the_contract() {
        return CONTRACT.checks().stream().map(check -> dynamicTest(check.name(), check::run));
    }

    @TestFactory
    Stream<DynamicTest> so_do_two_who_share_one() {
        List<String> plain = names(CONTRACT);
        return CONTRACT.reopenedBy(UnaryOperator.identity()).checks().stream()
                .filter(check -> !plain.contains(check.name()))
                .map(check -> dynamicTest(check.name(), check::run));
    }

    @Test
    void every_check_has_a_name_of_its_own() {
        assertThat(names(CONTRACT.reopenedBy(UnaryOperator.identity())))
                .doesNotHaveDuplicates()
                .containsAll(names(CONTRACT))
                .hasSizeGreaterThan(names(CONTRACT).size());
    }

    private static List<String> names(LoyaltyStoreContract contract) {
        return contract.checks().stream().map(Check::name).toList();
    }
}
