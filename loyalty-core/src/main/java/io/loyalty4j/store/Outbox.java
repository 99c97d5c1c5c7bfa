package io.loyalty4j.store;

import java.util.List;

/** What postings send to other members, each message written with its posting and kept until it is delivered. */
public interface Outbox {
    /** Messages not delivered yet, the oldest first by when their postings were recorded, those of one member in the order of versions. */
    List<Message> messages(int limit);

    /** Forgets a delivered one; nothing happens if it is gone. */
    void delivered(Message message);
}
