package io.loyalty4j.testing;

import io.loyalty4j.earn.Award;
import io.loyalty4j.ledger.Posting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What rules gave. */
final class Awards {
    private Awards() {}

    /** Of several postings: an order that was edited counts as it was in the end, for each edit says all that it gives. */
    static Stream<Award> inTheEnd(Stream<Posting> postings) {
        Map<String, List<Award>> awards = new LinkedHashMap<>();
        postings.forEach(posting -> awards.put(effect(posting.header()), posting.awards()));
        return awards.values().stream().flatMap(List::stream);
    }

    /** What a posting is an effect of: all edits of an order have one name. */
    static String effect(Posting.Header header) {
        String what = header.requestId().startsWith("order/") ? header.order().orElseThrow() : "#" + header.version();
        return header.member() + " " + what;
    }
}
