package io.loyalty4j.examples.whatif;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the report goes.
 *
 * @param path empty if the name is none
 */
record ReportFile(String name, Optional<Path> path) {
    static ReportFile named(String name) {
        try {
            return new ReportFile(name, Optional.of(Path.of(name)));
        } catch (InvalidPathException e) {
            return new ReportFile(name, Optional.empty());
        }
    }

    /** Tells what can be told without touching anything. */
    void look(List<String> histories, Consumer<String> problem) {
        if (path.isEmpty() || name.isBlank()) {
            problem.accept("--out " + name + ": no name of a file");
        } else if (Files.isDirectory(path.get())) {
            problem.accept(name + ": a folder; --out wants a file");
        } else if (histories.stream().anyMatch(this::is)) {
            problem.accept(name + ": the history itself; --out wants another file");
        }
    }

    private boolean is(String history) {
        try {
            return Files.exists(path.orElseThrow()) && Files.isSameFile(path.orElseThrow(), Path.of(history));
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    /** Opens it as it will be opened when the work is done, and leaves what is in it. */
    void tryIt(Consumer<String> problem) {
        Path file = path.orElseThrow().toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            boolean there = Files.exists(file);
            Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
            if (!there) {
                Files.delete(file);
            }
        } catch (IOException e) {
            problem.accept(cannot(e));
        }
    }

    private String cannot(IOException e) {
        return name + ": cannot be written: " + e;
    }

    /** @throws UnusableArgumentsException if that is not possible any more */
    void write(String page) {
        try {
            Files.writeString(path.orElseThrow(), page);
        } catch (IOException e) {
            throw new UnusableArgumentsException(List.of(cannot(e)));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
