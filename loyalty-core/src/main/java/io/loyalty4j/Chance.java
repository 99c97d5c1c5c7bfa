package io.loyalty4j;

import java.util.random.RandomGenerator;

/** Words that nobody can guess, drawn from the engine's source of chance. */
final class Chance {
    private static final int BYTES = 16;

    private final RandomGenerator source;

    Chance(RandomGenerator source) {
        this.source = source;
    }

    /** 128 bits as 32 hexadecimal digits. */
    String word() {
        byte[] bytes = new byte[BYTES];
        source.nextBytes(bytes);
        StringBuilder word = new StringBuilder(2 * BYTES);
        for (byte each : bytes) {
            word.append(Character.forDigit((each >> 4) & 0xF, 16)).append(Character.forDigit(each & 0xF, 16));
        }
        return word.toString();
    }
}
