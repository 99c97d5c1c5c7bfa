package io.loyalty4j.examples.replay;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the files of one history. A line it cannot use is counted and kept with its reason; a file it cannot use ends the run. */
public final class HistoryReader {
    private static final int BUFFER = 1 << 16;

    private final ZoneId zone;
    private final Progress progress;

    public HistoryReader(ZoneId zone, Progress progress) {
        this.zone = zone;
        this.progress = progress;
    }

    /**
     * Reads all of it.
     *
     * @throws UnreadableHistoryException with a line for people
     */
    public History read(List<HistorySource> sources) {
        sources.forEach(HistoryReader::check);
        LineParser parser = new LineParser(zone);
        List<HistoryLine> lines = new ArrayList<>();
        SkippedLines skipped = new SkippedLines();
        for (HistorySource source : sources) {
            String file = sources.size() == 1 ? "" : source.name();
            try (InputStream bytes = watched(source);
                    BufferedReader text = text(source, bytes)) {
                text.readLine();
                readLines(file, text, parser, lines, skipped);
            } catch (IOException e) {
                throw unreadable(source, e);
            }
        }
        return History.of(lines, skipped);
    }

    /**
     * Looks at the header. All files are looked at before the first is read, so that no bar is drawn and no time lost for a wrong one.
     *
     * @throws UnreadableHistoryException with a line for people
     */
    public static void check(HistorySource source) {
        try (InputStream bytes = source.opening().open();
                BufferedReader text = text(source, bytes)) {
            checkHeader(source, text.readLine());
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    private static void checkHeader(HistorySource source, @Nullable String header) {
        if (header == null) {
            throw new UnreadableHistoryException(source.name(), "is empty");
        }
        String plain = header.startsWith("\uFEFF") ? header.substring(1) : header;
        if (!plain.strip().equals(LineParser.HEADER)) {
            throw new UnreadableHistoryException(
                    source.name(), "is no order history; its first line must be " + LineParser.HEADER);
        }
    }

    private InputStream watched(HistorySource source) throws IOException {
        return progress.over(source.opening().open(), source.size(), "reading");
    }

    private static BufferedReader text(HistorySource source, InputStream bytes) throws IOException {
        InputStream plain = source.packed() ? new GZIPInputStream(bytes, BUFFER) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), BUFFER);
    }

    private static UnreadableHistoryException unreadable(HistorySource source, IOException e) {
        String why = e instanceof EOFException ? "it ends too early" : e.getMessage();
        return new UnreadableHistoryException(source.name(), "cannot be read: " + why);
    }

    private static void readLines(
            String file, BufferedReader text, LineParser parser, List<HistoryLine> lines, SkippedLines skipped)
            throws IOException {
        long number = 2;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            Place place = new Place(file, number++);
            try {
                lines.add(parser.parsed(place, line));
            } catch (UnusableLineException e) {
                skipped.add(e.at(place));
            }
        }
    }
}
