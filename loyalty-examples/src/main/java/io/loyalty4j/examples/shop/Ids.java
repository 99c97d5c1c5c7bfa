package io.loyalty4j.examples.shop;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Ids that nobody guesses, and that no other run of the shop gives again: of the shortest there are 2 to the 64th. */
final class Ids {
    private static final SecureRandom SOURCE = new SecureRandom();
    private static final int BYTES = 8;
    private static final int SHOWN = "S-".length() + 8;
    private static final int BYTES_SECRET = 24;

    private Ids() {}

    /** A letter, a line and 16 digits from 0 to F. */
    static String random(String prefix) {
        return prefix + "-" + hex(BYTES).toUpperCase(Locale.ROOT);
    }

    /** The beginning of an id, short enough to be read out on the telephone. */
    static String shown(String id) {
        return id.substring(0, Math.min(SHOWN, id.length()));
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
