package io.loyalty4j.examples.replay;

/** A file that is missing, broken, or no history at all; nothing of it was replayed. The message is one line for people. */
public final class UnreadableHistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableHistoryException(String name, String problem) {
        super(name + ": " + problem);
    }
}
