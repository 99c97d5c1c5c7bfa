package io.loyalty4j.ledger;

import io.loyalty4j.ledger.Journal.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads postings in pieces, none longer than is wanted. */
final class PostingReader {
    private static final int MOST = 500;
    private static final int LEAST = 20;

    private final Pages pages;
    private final List<Posting> known;
    private final long last;

    /**
     * @param known all of them, if they are there
     * @param last the version behind which there is nothing to read
     */
    private PostingReader(Pages pages, List<Posting> known, long last) {
        this.pages = pages;
        this.known = known;
        this.last = last;
    }

    static PostingReader of(Pages pages, long last) {
        return new PostingReader(pages, List.of(), last);
    }

    /** Of a list, which is taken as it is, in whatever order. */
    static PostingReader of(List<Posting> postings) {
        List<Posting> all = List.copyOf(postings);
        Pages pages = (after, limit) -> all.stream()
                .filter(posting -> posting.header().version() > after)
                .limit(limit);
        return new PostingReader(pages, all, Long.MAX_VALUE);
    }

    List<Posting> all() {
        if (last == Long.MAX_VALUE) {
            return known;
        }
        List<Posting> all = new ArrayList<>();
        read(0, MOST, all::add);
        return List.copyOf(all);
    }

    List<Line> linesAfter(long version, int limit) {
        List<Line> lines = new ArrayList<>();
        if (limit > 0) {
            read(version, size(limit), posting -> {
                Statement.line(posting).ifPresent(lines::add);
                return lines.size() < limit;
            });
        }
        return lines;
    }

    /** Versions have no gaps, so that what lies before one is found by counting back. */
    List<Line> linesBefore(long version, int limit) {
        List<Line> lines = new ArrayList<>();
        long end = version;
        while (end > 1 && lines.size() < limit) {
            int size = size(limit);
            long after = Math.max(0, end - 1 - size);
            List<Line> page = Statement.of(page(after, Math.toIntExact(end - 1 - after)));
            lines.addAll(0, page);
            end = after + 1;
        }
        return List.copyOf(lines.subList(Math.max(0, lines.size() - limit), lines.size()));
    }

    private static int size(int limit) {
        return Math.max(LEAST, Math.min(MOST, limit));
    }

    /** Reads on until there is nothing more, or no more is wanted. */
    private void read(long afterVersion, int size, Predicate<Posting> wanted) {
        List<Posting> page = page(afterVersion, size);
        while (!page.isEmpty()) {
            for (Posting posting : page) {
                if (posting.header().version() > last || !wanted.test(posting)) {
                    return;
                }
            }
            page = page(page.get(page.size() - 1).header().version(), size);
        }
    }

    private List<Posting> page(long afterVersion, int limit) {
        try (Stream<Posting> postings = pages.postings(afterVersion, limit)) {
            return postings.toList();
        }
    }
}
