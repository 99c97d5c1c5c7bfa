package io.loyalty4j.insight;

/** Refuses parameters of models that cannot be, and those with which an estimate would take minutes. */
final class Parameters {
    private Parameters() {}

    /** No number at all is not within bounds either. */
    static void within(String name, double value, double least, double most) {
        Bounds.check(value >= least && value <= most, name + " " + value + " is not between " + least + " and " + most);
    }
}
