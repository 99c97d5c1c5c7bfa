package io.loyalty4j.testing;

import static io.loyalty4j.earn.Contribution.award;
import static io.loyalty4j.earn.Contribution.none;
import static io.loyalty4j.earn.EarnRules.points;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
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

    @Test
    void another_answer_is_told_with_the_sample_and_both_answers() {
        AtomicLong calls = new AtomicLong();
        EarnRuleContract contract =
                EarnRuleContract.of(occasion -> award(calls.incrementAndGet())).on(WrongRule.order());

        assertThat(fault(contract, "asked again, it says the same")).hasMessage("""
                        order A-1 (1 boots at 80.00 + 2 umbrella at 20.00 [rain]) at 2026-06-01T12:00:00Z: asked again, the rule says something else
                          expected: 5 points because of "5 extra"
                          actual:   9 points because of "9 extra\"""");
    }

    @Test
    void what_a_rule_throws_is_told_with_the_sample_and_is_the_cause() {
        IllegalStateException fault = new IllegalStateException("no weather");
        EarnRuleContract contract = EarnRuleContract.of(occasion -> {
                    throw fault;
                })
                .on(WrongRule.order());

        assertThat(fault(contract, "it answers every sample"))
                .hasMessage("order A-1 (1 boots at 80.00 + 2 umbrella at 20.00 [rain]) at 2026-06-01T12:00:00Z: "
                        + "the rule threw java.lang.IllegalStateException: no weather");
        assertThat(contract.checks().stream().map(WrongRulesTest::fault).flatMap(Optional::stream))
                .hasSizeGreaterThan(15)
                .allSatisfy(each -> assertThat(each)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("order A-1 (")
                        .hasRootCause(fault));
    }

    @Test
    void a_rule_that_gives_nothing_is_told_with_what_it_said_to_each_sample() {
        EarnRuleContract contract = EarnRuleContract.of(occasion -> none("it is dry"))
                .on(WrongRule.order(), WrongRule.order().less("1.50").with("channel", "app"));

        assertThat(fault(contract, "it gives something on some sample")).hasMessage("""
                        the rule gave nothing on any sample: give it samples on which it does
                          order A-1 (1 boots at 80.00 + 2 umbrella at 20.00 [rain]) at 2026-06-01T12:00:00Z: nothing because of "it is dry"
                          order A-1 (1 boots at 80.00 + 2 umbrella at 20.00 [rain] less 1.50) with {channel=app} at 2026-06-01T12:00:00Z: nothing because of "it is dry\"""");
    }

    @Test
    void the_order_of_lines_is_told_with_what_each_was_given() {
        EarnRuleContract contract = EarnRuleContract.of(occasion ->
                        award(occasion.order().orElseThrow().lines().get(0).quantity()))
                .on(WrongRule.order());

        assertThat(fault(contract, "in whatever order the lines are listed, it gives the same on each"))
                .hasMessage("""
                        order A-1 (1 boots at 80.00 + 2 umbrella at 20.00 [rain]) at 2026-06-01T12:00:00Z: its lines, listed as 2 umbrella + 1 boots, are given something else
                          expected: [base gives 40 on umbrella because of "1 per 1.00", base gives 80 on boots because of "1 per 1.00", the-rule gives 1 because of "1 extra"]
                          actual:   [base gives 40 on umbrella because of "1 per 1.00", base gives 80 on boots because of "1 per 1.00", the-rule gives 2 because of "2 extra"]""");
    }

    @Test
    void a_description_without_words_is_told() {
        EarnRuleContract contract = EarnRuleContract.of(points(5).perOrder().describedAs("Rain$$Lambda$14@5e91993f"));

        assertThat(fault(contract, "it describes itself in words")).hasMessage("""
                        the rule's description
                          expected: words for people
                          actual:   "Rain$$Lambda$14@5e91993f\"""");
    }

    private static Throwable fault(EarnRuleContract contract, String name) {
        return contract.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .flatMap(WrongRulesTest::fault)
                .orElseThrow();
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
