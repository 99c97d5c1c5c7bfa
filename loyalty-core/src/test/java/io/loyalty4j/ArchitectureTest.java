package io.loyalty4j;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.loyalty4j.MainCode.MAIN;
import static io.loyalty4j.MainCode.SOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What may use what, and what the pure core may not touch. Looks at the main classes and sources alone. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ArchitectureTest {
    private static final String ROOT = "io.loyalty4j";

    /** Each uses only earlier ones; the root package has no name. Those that do not exist yet have their place already. */
    private static final List<String> ORDER = List.of(
            "shop", "tier", "earn", "reward", "program", "ledger", "store", "notify", "jdbc", "insight", "", "testing");

    private static final Set<String> SHELL_AND_ADAPTERS = Set.of("store", "notify", "jdbc", "", "testing");

    /** Models of customers, and statistics: their estimates are binary fractions, for they are nobody's points or money. Nothing but insight uses them. */
    private static final Set<String> MODELS =
            Set.of("BgNbd", "CustomerValue", "ExpectedOrders", "GammaGamma", "LogGamma", "Parameters", "StudentT");

    private static final DescribedPredicate<JavaClass> THE_CORE = DescribedPredicate.describe(
            "in the core",
            type -> type.getPackageName().startsWith(ROOT) && !SHELL_AND_ADAPTERS.contains(packageOf(type)));

    @Nested
    final class Packages {
        @Test
        void are_used_by_later_ones_only() {
            classes().should(useEarlierPackagesOnly()).check(MAIN);
        }

        @Test
        void form_no_cycles() {
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
        }

        @Test
        void are_flat_and_all_have_a_place_in_the_order() {
            assertThat(packages().keySet()).isSubsetOf(ORDER).contains("shop", "earn", "ledger", "store", "");
        }

        @Test
        void are_null_marked_by_a_package_info() {
            assertThat(packages().values())
                    .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                            .as(each.getName())
                            .isTrue());
        }

        @Test
        void say_on_a_signpost_what_lives_there() {
            assertThat(packages().values())
                    .allSatisfy(each -> assertThat(
                                    SOURCES.resolve(each.getName().replace('.', '/'))
                                            .resolve("package-info.java"))
                            .content()
                            .startsWith("/**")
                            .contains("Here "));
        }
    }

    @Nested
    final class The_core {
        @Test
        void reads_no_clock() {
            noClasses()
                    .that(THE_CORE)
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.time\\.(Clock|InstantSource)")
                    .check(MAIN);
            neverCalls("now", "java.time.");
            neverCalls("systemDefault", "java.time.ZoneId");
            neverCalls("currentTimeMillis", "java.lang.System");
            neverCalls("nanoTime", "java.lang.System");
            neverCalls("<init>", "java.util.Date");
        }

        @Test
        void leaves_nothing_to_chance() {
            noClasses()
                    .that(THE_CORE)
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom|random\\..*)|java\\.security\\.SecureRandom")
                    .check(MAIN);
            neverCalls("random", "java.lang.Math");
            neverCalls("randomUUID", "java.util.UUID");
            neverCalls("shuffle", "java.util.Collections");
            neverCalls("identityHashCode", "java.lang.System");
        }

        @Test
        void knows_no_database_logger_file_or_network() {
            noClasses()
                    .that(THE_CORE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "javax.sql..",
                            "org.slf4j..",
                            "java.util.logging..",
                            "java.io..",
                            "java.nio.file..",
                            "java.nio.channels..",
                            "java.net..")
                    .check(MAIN);
        }

        @Test
        void starts_and_waits_for_no_threads() {
            noClasses()
                    .that(THE_CORE)
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "java\\.lang\\.(Thread.*|InheritableThreadLocal)|java\\.util\\.concurrent\\..*|java\\.util\\.Timer.*")
                    .check(MAIN);
        }

        @Test
        void asks_nothing_of_the_machine() {
            neverCalls("getProperty", "java.lang.System");
            neverCalls("getenv", "java.lang.System");
            neverCalls("getDefault", "java.util.Locale");
            neverCalls("getDefault", "java.util.TimeZone");
        }

        @Test
        void depends_on_nothing_but_the_JDK_the_validation_interfaces_and_null_marks() {
            classes()
                    .that(THE_CORE)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "javax.crypto..",
                            "jakarta.validation..",
                            "org.jspecify.annotations..",
                            ROOT + "..")
                    .check(MAIN);
        }
    }

    @Nested
    final class Nowhere {
        @Test
        void is_there_reflection() {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.lang.reflect..")
                    .check(MAIN);
            noClasses()
                    .should(
                            callAny(
                                    "looks itself up",
                                    access -> access.getTargetOwner().isEquivalentTo(Class.class)
                                            && access.getName()
                                                    .matches(
                                                            "forName|newInstance|get(Declared)?(Method|Field|Constructor|RecordComponent)s?")))
                    .check(MAIN);
        }

        @Test
        void are_there_resources_but_the_tables_of_the_store_in_a_database() {
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(ROOT + ".jdbc.Schema")
                    .should(callAny(
                            "looks for a resource",
                            access -> access.getTargetOwner().isEquivalentTo(Class.class)
                                    && access.getName().startsWith("getResource")))
                    .check(MAIN);
        }

        @Test
        void is_anything_printed() {
            noClasses()
                    .should(callAny(
                            "prints",
                            access -> access.getName().equals("printStackTrace")
                                    || (access.getTargetOwner().isEquivalentTo(System.class)
                                            && access.getName().matches("out|err|in"))))
                    .check(MAIN);
        }

        @Test
        void are_objects_serialized() {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.io\\.(Object(In|Out)put.*|Externalizable)")
                    .check(MAIN);
        }

        @Test
        void but_in_models_of_customers_is_there_a_binary_fraction_in_a_signature_or_a_field() {
            assertThat(
                            MAIN.stream()
                                    .filter(type -> !model(type))
                                    .flatMap(ArchitectureTest::declaredTypes)
                                    .filter(
                                            use -> use.matches(
                                                    ".* (double|float|java\\.lang\\.Double|java\\.lang\\.Float|java\\.util\\..*Double.*)(\\[])*")))
                    .isEmpty();
        }

        @Test
        void but_in_insight_are_models_of_customers_used() {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + ".insight")
                    .should()
                    .dependOnClassesThat(DescribedPredicate.describe("are models", ArchitectureTest::model))
                    .check(MAIN);
        }

        @Test
        void is_a_type_named_by_a_filler_word() {
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Data")
                    .orShould()
                    .haveSimpleNameEndingWith("Info")
                    .check(MAIN);
        }
    }

    private static boolean model(JavaClass type) {
        return type.getPackageName().equals(ROOT + ".insight") && MODELS.contains(type.getSimpleName());
    }

    private static Stream<String> declaredTypes(JavaClass type) {
        Stream<String> fields = type.getFields().stream()
                .map(field -> field.getFullName() + " " + field.getRawType().getName());
        Stream<String> signatures = type.getCodeUnits().stream()
                .flatMap(unit -> Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                        .map(used -> unit.getFullName() + " " + used.getName()));
        return Stream.concat(fields, signatures);
    }

    private static void neverCalls(String method, String owner) {
        noClasses()
                .that(THE_CORE)
                .should(callAny(
                        "calls " + owner + "." + method,
                        access -> access.getName().equals(method)
                                && access.getTargetOwner().getName().startsWith(owner)))
                .check(MAIN);
    }

    private static ArchCondition<JavaClass> callAny(String description, Predicate<JavaAccess<?>> forbidden) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(forbidden)
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> useEarlierPackagesOnly() {
        return new ArchCondition<>("use packages only that come earlier in " + ORDER) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass used = dependency.getTargetClass();
                    if (resideInAPackage(ROOT + "..").test(used)
                            && ORDER.indexOf(packageOf(used)) > ORDER.indexOf(packageOf(type))) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static Map<String, JavaPackage> packages() {
        Map<String, JavaPackage> packages = new TreeMap<>();
        MAIN.forEach(type -> {
            if (type.getPackageName().startsWith(ROOT)) {
                packages.put(packageOf(type), type.getPackage());
            }
        });
        return packages;
    }

    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }
}
