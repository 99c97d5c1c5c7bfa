package io.loyalty4j.laws;

import java.util.function.Supplier;

/** A law of the ledger does not hold. */
public final class LawBroken extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final String law;

    public LawBroken(String law, String how) {
        super(law + ": " + how);
        this.law = law;
    }

    public static void unless(boolean holds, String law, Supplier<String> how) {
        if (!holds) {
            throw new LawBroken(law, how.get());
        }
    }

    public static void unlessSame(Object actual, Object expected, String law) {
        unless(actual.equals(expected), law, () -> "\n  is        " + actual + "\n  should be " + expected);
    }

    /** Its name, by which a failure is known again while it is shrunk. */
    public String law() {
        return law;
    }
}
