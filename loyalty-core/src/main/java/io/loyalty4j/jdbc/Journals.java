package io.loyalty4j.jdbc;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.store.History;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The journal, read in pages by key, so that no connection is held between them and nothing has to be closed. */
final class Journals implements History {
    private static final int PAGE = 500;
    private static final int MEMBERS = 1_000;

    private final Connections connections;
    private final Statements statements;
    private final PostingReading postings;
    private final Optional<Journals> archive;

    private Journals(
            Connections connections, Statements statements, PostingReading postings, Optional<Journals> archive) {
        this.connections = connections;
        this.statements = statements;
        this.postings = postings;
        this.archive = archive;
    }

    static Journals of(Connections connections, Statements statements) {
        Journals archived =
                new Journals(connections, statements, PostingReading.archived(statements), Optional.empty());
        return new Journals(connections, statements, PostingReading.live(statements), Optional.of(archived));
    }

    /** What was moved out of it. */
    Journals archive() {
        return archive.orElse(this);
    }

    @Override
    public Stream<Posting> postings(MemberId member) {
        return pages((Posting last) -> last.header().version(), 0L, after -> page(member, after, PAGE));
    }

    @Override
    public Stream<Posting> postings(MemberId member, long afterVersion, int limit) {
        return page(member, afterVersion, limit).stream();
    }

    private List<Posting> page(MemberId member, long after, int limit) {
        return connections.read(connection -> postings.after(connection, member, after, limit));
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
        return pages(member -> member, "", this::membersAfter).flatMap(member -> postings(MemberId.of(member)));
    }

    private List<String> membersAfter(String member) {
        String sql = statements.of("select member from {account} where member > ? order by member limit ?");
        return connections.read(connection -> {
            List<String> members = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, member);
                statement.setInt(2, MEMBERS);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        members.add(rows.getString(1));
                    }
                }
            }
            return members;
        });
    }

    /** Page by page, each behind the key of the last one's last element, until one is empty. */
    private static <T, K> Stream<T> pages(Function<T, K> key, K first, Function<K, List<T>> page) {
        Iterator<T> all = new Iterator<>() {
            private Iterator<T> here = List.<T>of().iterator();
            private K last = first;
            private boolean over;

            @Override
            public boolean hasNext() {
                if (!here.hasNext() && !over) {
                    here = page.apply(last).iterator();
                    over = !here.hasNext();
                }
                return here.hasNext();
            }

            @Override
            public T next() {
                T next = here.next();
                last = key.apply(next);
                return next;
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false);
    }
}
