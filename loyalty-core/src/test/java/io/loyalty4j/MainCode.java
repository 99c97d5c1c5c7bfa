package io.loyalty4j;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The main classes and sources, without any of the tests. */
final class MainCode {
    static final Path SOURCES = Path.of("src", "main", "java");

    static final JavaClasses MAIN = new ClassFileImporter()
            .importUrl(LoyaltyEngine.class.getProtectionDomain().getCodeSource().getLocation());

    private MainCode() {}
}
