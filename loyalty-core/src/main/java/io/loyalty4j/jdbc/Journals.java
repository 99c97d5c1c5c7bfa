package io.loyalty4j.jdbc;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.History;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The journal, read in pages by key, so that no connection is held between them and nothing has to be closed. */
final class Journals implements History {
    private static final int PAGE = 500;

    private final Connections connections;
    private final PostingReading postings;
    private final Optional<Journals> archive;

    private Journals(Connections connections, PostingReading postings, Optional<Journals> archive) {
        this.connections = connections;
        this.postings = postings;
        this.archive = archive;
    }

    static Journals of(Connections connections, Statements statements) {
        Journals archived = new Journals(connections, PostingReading.archived(statements), Optional.empty());
        return new Journals(connections, PostingReading.live(statements), Optional.of(archived));
    }

    /** What was moved out of it. */
    Journals archive() {
        return archive.orElse(this);
    }

    @Override
    public Stream<Posting> postings(MemberId member) {
        return pages(Section.of(member, 0));
    }

    @Override
    public Stream<Posting> postings(MemberId member, long afterVersion, int limit) {
        return page(Section.of(member, afterVersion), limit).stream();
    }

    private List<Posting> page(Section section, int limit) {
        return connections.read(connection -> postings.of(connection, section, limit));
    }

    @Override
    public Optional<Posting> posting(MemberId member, String requestId) {
        return connections
                .read(connection -> postings.byRequest(connection, member, requestId).stream()
                        .findFirst())
                .or(() -> archive.flatMap(older -> older.posting(member, requestId)));
    }

    @Override
    public Stream<Posting> postings() {
        return pages(Section.ALL);
    }

    /** Page by page, each behind the last one. */
    private Stream<Posting> pages(Section first) {
        Iterator<Posting> all = new Iterator<>() {
            private Iterator<Posting> here = Collections.emptyIterator();
            private Optional<Section> next = Optional.of(first);

            @Override
            public boolean hasNext() {
                while (!here.hasNext() && next.isPresent()) {
                    List<Posting> page = page(next.get(), PAGE);
                    next = next.get().next(page, PAGE);
                    here = page.iterator();
                }
                return here.hasNext();
            }

            @Override
            public Posting next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("the journal ends here");
                }
                return here.next();
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false);
    }
}
