package io.loyalty4j.examples.replay;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where the text of a history comes from.
 *
 * @param name as people know it; one that ends with {@code .gz} is packed
 * @param size in bytes, packed or not
 */
public record HistorySource(String name, long size, Opening opening) {
    private static final String SAMPLE = "sample-history.csv";

    /** The made-up history that ships with the example: see {@link SampleHistory}. */
    public static HistorySource sample() {
        byte[] bytes = resource();
        return new HistorySource(SAMPLE, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /**
     * A file, packed or not, by its name.
     *
     * @throws UnreadableHistoryException if there is no such file
     */
    public static HistorySource named(String file) {
        try {
            return file(Path.of(file));
        } catch (InvalidPathException e) {
            throw new UnreadableHistoryException(file, "no such file");
        }
    }

    /**
     * A file, packed or not.
     *
     * @throws UnreadableHistoryException if there is no such file
     */
    public static HistorySource file(Path path) {
        if (!Files.exists(path)) {
            throw new UnreadableHistoryException(path.toString(), "no such file");
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new UnreadableHistoryException(path.toString(), "not a file that can be read");
        }
        try {
            return new HistorySource(path.toString(), Files.size(path), () -> Files.newInputStream(path));
        } catch (IOException e) {
            throw new UnreadableHistoryException(path.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /** The name without the folders. */
    public String file() {
        return name.substring(name.lastIndexOf(File.separatorChar) + 1);
    }

    boolean packed() {
        return name.endsWith(".gz");
    }

    private static byte[] resource() {
        try (InputStream in = HistorySource.class.getResourceAsStream(SAMPLE)) {
            if (in == null) {
                throw new UnreadableHistoryException(SAMPLE, "not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the bytes anew each time. */
    public interface Opening {
        InputStream open() throws IOException;
    }
}
