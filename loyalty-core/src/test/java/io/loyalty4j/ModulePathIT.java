package io.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.modulepath.EmbeddingMain;
import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as a module, with the Bean Validation provider on the class path: in a virtual machine of its own, as a shop would run it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ModulePathIT {
    private static final String JAR = System.getProperty("loyalty4j.jar");
    private static final List<String> PROVIDER = List.of("hibernate-validator", "classmate", "jboss-logging");

    @TempDir
    private Path folder;

    /** Below {@code jdbc} lie scripts, which an open module shows to everybody. */
    @Test
    void the_module_is_open_and_exports_every_package() {
        ModuleDescriptor module = ModuleFinder.of(Path.of(JAR)).findAll().stream()
                .map(found -> found.descriptor())
                .collect(Collectors.toList())
                .get(0);

        assertThat(module.name()).isEqualTo("io.loyalty4j");
        assertThat(module.isOpen()).isTrue();
        assertThat(module.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrderElementsOf(module.packages().stream()
                        .filter(each -> !each.startsWith("io.loyalty4j.jdbc."))
                        .toList());
        assertThat(module.exports()).noneMatch(ModuleDescriptor.Exports::isQualified);
    }

    @Test
    void the_module_requires_SQL_the_validation_interfaces_null_marks_and_a_logger_and_no_more() {
        ModuleDescriptor module =
                ModuleFinder.of(Path.of(JAR)).find("io.loyalty4j").orElseThrow().descriptor();

        assertThat(module.requires())
                .extracting(ModuleDescriptor.Requires::name)
                .containsExactlyInAnyOrder("java.base", "java.sql", "jakarta.validation", "org.jspecify", "org.slf4j");
    }

    @Test
    void a_shop_on_the_class_path_buys_and_is_told_its_mistakes_with_their_paths() throws Exception {
        List<String> printed = run(Stream.concat(testClasses(), provider()));

        assertThat(printed)
                .containsExactly(
                        "module io.loyalty4j",
                        "program without a zone: InvalidInputException: earn[base]: 0 points are not more than 0; zone: is missing: days begin and end in a zone",
                        "purchase: 60 points",
                        "purchase of nothing: InvalidInputException: lines[0].quantity: must be at least 1",
                        "purchase below nothing: InvalidInputException: lines[0].discount: is more than the line costs");
    }

    @Test
    void without_a_provider_every_attempt_says_what_to_add() throws Exception {
        List<String> printed = run(testClasses());

        assertThat(printed).hasSize(5);
        assertThat(printed.subList(1, 5))
                .allSatisfy(line -> assertThat(line)
                        .contains("IllegalStateException: no Jakarta Bean Validation provider found")
                        .contains("org.hibernate.validator:hibernate-validator"));
    }

    private static Stream<String> testClasses() throws Exception {
        return Stream.of(Path.of(EmbeddingMain.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString());
    }

    private static Stream<String> provider() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> PROVIDER.stream()
                        .anyMatch(
                                name -> Path.of(entry).getFileName().toString().startsWith(name)));
    }

    /** What a shop prints that has these on its class path. */
    private List<String> run(Stream<String> classPath) throws Exception {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        JAR + File.pathSeparator + System.getProperty("loyalty4j.modulepath"),
                        "--add-modules",
                        "io.loyalty4j",
                        "-cp",
                        classPath.collect(Collectors.joining(File.pathSeparator)),
                        EmbeddingMain.class.getName())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return Files.readAllLines(output);
    }
}
