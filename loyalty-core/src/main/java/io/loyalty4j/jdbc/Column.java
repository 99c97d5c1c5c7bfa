package io.loyalty4j.jdbc;

/**
 * A column.
 *
 * @param number whether it holds a whole number; otherwise it holds text
 */
record Column(String name, boolean number) {
    private static final String NUMBER = "#";

    static Column of(String spec) {
        return spec.endsWith(NUMBER)
                ? new Column(spec.substring(0, spec.length() - NUMBER.length()), true)
                : new Column(spec, false);
    }
}
