package io.loyalty4j.examples.whatif;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Fills the page in. What is filled in is escaped, but for drawings, which escape what is in them. */
final class Page {
    private Page() {}

    static String of(Report report) {
        return Mustache.compiler()
                .emptyStringIsFalse(true)
                .strictSections(true)
                .compile(resource("report.html"))
                .execute(Map.of("report", report, "style", resource("report.css")));
    }

    private static String resource(String name) {
        try (InputStream found = Page.class.getResourceAsStream(name)) {
            if (found == null) {
                throw new IllegalStateException("there is no file " + name);
            }
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
