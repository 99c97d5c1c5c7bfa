package io.loyalty4j.examples.shop;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Ids that nobody guesses, and that no other run of the shop gives again. */
final class Ids {
    private static final SecureRandom SOURCE = new SecureRandom();
    private static final int BYTES_SHOWN = 4;
    private static final int BYTES_SECRET = 24;

    private Ids() {}

    /** Short enough to be read out on the telephone. */
    static String random(String prefix) {
        return prefix + "-" + hex(BYTES_SHOWN).toUpperCase(Locale.ROOT);
    }

    static String secret() {
        return hex(BYTES_SECRET);
    }

    private static String hex(int bytes) {
        byte[] some = new byte[bytes];
        SOURCE.nextBytes(some);
        return HexFormat.of().formatHex(some);
    }
}
