package io.loyalty4j.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.loyalty4j.Programs;
import io.loyalty4j.testing.LoyaltyScenario;
import io.loyalty4j.testing.Then;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a promotion's developer reads when a test is red: word by word, in {@code failures.txt}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ScenarioFailuresTest {
    private static final String HEAD = "== ";

    private static final Set<String> GOING_ON = Set.of("then", "when");

    @TestFactory
    Stream<DynamicTest> every_failure_says_this() throws IOException {
        Map<String, String> golden = golden();
        return Failing.cases().entrySet().stream()
                .map(one -> dynamicTest(one.getKey(), () -> {
                    Throwable thrown = catchThrowable(one.getValue()::run);
                    assertThat(thrown).isInstanceOf(AssertionError.class);
                    assertThat(thrown.getMessage()).isEqualTo(golden.get(one.getKey()));
                    StackTraceElement first = thrown.getStackTrace()[0];
                    assertThat(first.getClassName()).isEqualTo(Failing.class.getName());
                    assertThat(first.getMethodName())
                            .as("the case itself")
                            .startsWith("lambda$")
                            .doesNotStartWith("lambda$fails$");
                }));
    }

    @Test
    void every_text_is_that_of_a_case() throws IOException {
        assertThat(golden()).containsOnlyKeys(Failing.cases().keySet());
    }

    @Test
    void every_expectation_has_one() {
        Set<String> cases = Failing.cases().keySet().stream()
                .map(name -> name.split(" ", 2)[0])
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(Then.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getName)
                        .filter(name -> !GOING_ON.contains(name)))
                .isNotEmpty()
                .isSubsetOf(cases);
    }

    @Test
    void frames_of_the_kit_are_left_out_and_the_callers_are_not() {
        Then then = LoyaltyScenario.of(Programs.plain().build()).then("ana");
        AtomicReference<StackTraceElement[]> before = new AtomicReference<>();

        Throwable thrown = catchThrowable(() -> {
            before.set(new Throwable().getStackTrace());
            then.available(1);
        });

        StackTraceElement[] own = before.get();
        StackTraceElement[] told = thrown.getStackTrace();
        assertThat(told[0].getMethodName()).isEqualTo(own[0].getMethodName());
        assertThat(told[0].getLineNumber()).isEqualTo(own[0].getLineNumber() + 1);
        assertThat(Arrays.asList(told).subList(1, told.length))
                .isEqualTo(Arrays.asList(own).subList(1, own.length));
    }

    private static Map<String, String> golden() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ScenarioFailuresTest.class.getResourceAsStream("failures.txt"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> golden = new TreeMap<>();
            for (String section : text.split("(?m)^" + HEAD, -1)) {
                int end = section.indexOf('\n');
                if (end > 0) {
                    golden.put(
                            section.substring(0, end),
                            section.substring(end + 1).stripTrailing());
                }
            }
            return golden;
        }
    }
}
