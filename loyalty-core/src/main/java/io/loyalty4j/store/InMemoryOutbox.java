package io.loyalty4j.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages on the heap, in the order in which they came. */
final class InMemoryOutbox implements Outbox {
    private final Map<String, Message> messages = new LinkedHashMap<>();

    /** One that waits already keeps its place. */
    synchronized void add(List<Message> sent) {
        sent.forEach(message -> messages.putIfAbsent(message.id(), message));
    }

    @Override
    public synchronized List<Message> messages(int limit) {
        return messages.values().stream().limit(limit).toList();
    }

    @Override
    public synchronized void delivered(Message message) {
        messages.remove(message.id());
    }
}
