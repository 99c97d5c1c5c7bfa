package io.loyalty4j.store;

import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that a posting sends to another member.
 *
 * @param id unique and for ever the same: the sending posting's member and version, and its number among those of the posting ({@code ana/7/0})
 */
public record Message(String id, Command command) {
    /** What some postings send. */
    public static List<Message> of(List<Posting> postings) {
        List<Message> messages = new ArrayList<>();
        for (Posting posting : postings) {
            String path = posting.header().member() + "/" + posting.header().version() + "/";
            int n = 0;
            for (Change.Sent sent : posting.changes(Change.Sent.class).toList()) {
                messages.add(new Message(path + n++, sent.command()));
            }
        }
        return messages;
    }
}
