package io.loyalty4j.examples.replay;

/**
 * Where a line stands.
 *
 * @param file empty where the history is one file
 * @param line counted from 1, the header included
 */
record Place(String file, long line) {
    @Override
    public String toString() {
        return file.isEmpty() ? Long.toString(line) : file + ":" + line;
    }
}
