package io.loyalty4j.examples.whatif;

import java.util.List;

/** What was asked cannot be done; nothing was replayed. */
final class UnusableArgumentsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** @param problems all of them, each a line for people */
    UnusableArgumentsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
