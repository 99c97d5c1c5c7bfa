package io.loyalty4j.examples.shop;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fills templates, which are read once. What is filled in is escaped; a template that asks for what is not there fails. */
final class Pages {
    private final Map<String, Template> read = new ConcurrentHashMap<>();
    private final Mustache.Compiler compiler = Mustache.compiler()
            .emptyStringIsFalse(true)
            .zeroIsFalse(true)
            .strictSections(true)
            .withLoader(name -> open(name + ".html"));

    void show(Context ctx, String name, Object view) {
        ctx.html(read.computeIfAbsent(name, this::template).execute(view));
    }

    private Template template(String name) {
        try (Reader text = open(name + ".html")) {
            return compiler.compile(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String name) {
        return new InputStreamReader(resource(name), StandardCharsets.UTF_8);
    }

    /** A file beside the templates. */
    static InputStream resource(String name) {
        InputStream found = Pages.class.getResourceAsStream(name);
        if (found == null) {
            throw new IllegalStateException("there is no file " + name);
        }
        return found;
    }
}
