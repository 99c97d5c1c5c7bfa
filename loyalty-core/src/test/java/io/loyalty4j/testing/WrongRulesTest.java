package io.loyalty4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A contract that cannot fail is worth nothing: each wrong rule is found by the check that names its fault. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class WrongRulesTest {
    static Stream<WrongRule> wrongRules() {
        return WrongRule.all().stream();
    }

    @ParameterizedTest
    @MethodSource("wrongRules")
    void a_wrong_rule_is_found(WrongRule wrong) {
        List<Check> meant = wrong.contract().checks().stream()
                .filter(check -> check.name().equals(wrong.caughtBy()))
                .toList();

        assertThat(meant).hasSize(1);
        assertThat(fault(meant.get(0)))
                .as("what the check says")
                .hasValueSatisfying(fault -> assertThat(fault).isInstanceOf(AssertionError.class));
    }

    static Optional<Throwable> fault(Check check) {
        try {
            check.run();
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(e);
        }
    }
}
