package io.loyalty4j.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Another process of the shop, in a JVM of its own, which tells line by line what it did. Whoever starts one closes it. */
final class Machine implements AutoCloseable {
    private static final String END = "\u0004";
    private static final int PATIENCE_IN_SECONDS = 120;

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private boolean ended;

    private Machine(Process process) {
        this.process = process;
        Thread reader = new Thread(this::listen);
        reader.setDaemon(true);
        reader.start();
    }

    /** With the language, the zone and the classes of this one. */
    static Machine start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dorg.jboss.logging.provider=slf4j"));
        for (String setting : List.of("user.language", "user.country", "user.timezone")) {
            command.add("-D" + setting + "=" + System.getProperty(setting, ""));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new Machine(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException killed) {
            lines.add(END);
            return;
        }
        lines.add(END);
    }

    void say(String line) {
        try {
            Writer writer = process.outputWriter(StandardCharsets.UTF_8);
            writer.write(line + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a certain line. */
    void awaits(String expected) throws InterruptedException {
        String line = next();
        if (!line.equals(expected)) {
            throw new AssertionError("expected '" + expected + "' of another process, not '" + line + "'");
        }
    }

    /** What it says next. */
    String next() throws InterruptedException {
        String line = lines.poll(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("another process says nothing any more");
        }
        ended = line.equals(END);
        return line;
    }

    /** All that it says until it ends, by itself or otherwise. */
    List<String> rest() throws InterruptedException {
        List<String> rest = new ArrayList<>();
        while (!ended) {
            rest.add(next());
        }
        rest.remove(END);
        return rest;
    }

    /** Ended in good order. */
    boolean done() throws InterruptedException {
        return process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** Lets it go on for so long, or until it ends. */
    void runs(int millis) throws InterruptedException {
        process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** By {@code kill -9}: it can do nothing about it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
