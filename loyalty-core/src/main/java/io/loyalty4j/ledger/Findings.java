package io.loyalty4j.ledger;

import java.util.ArrayList;
import java.util.List;

/** What an audit finds, in words, each with the posting after which it was found. */
final class Findings {
    private final List<String> findings = new ArrayList<>();
    private String at = "";

    void at(Posting posting) {
        at = "posting " + posting.header().version() + ": ";
    }

    /** From here on, what is found is of the journal as a whole. */
    void atTheEnd() {
        at = "";
    }

    void check(boolean holds, String otherwise) {
        if (!holds) {
            add(otherwise);
        }
    }

    void add(String finding) {
        findings.add(at + finding);
    }

    List<String> all() {
        return List.copyOf(findings);
    }
}
