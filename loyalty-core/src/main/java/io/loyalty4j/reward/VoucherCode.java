package io.loyalty4j.reward;

import io.loyalty4j.shop.TypedCode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A code that nobody can guess: 128 bits in Crockford's base 32, which has no letters that look alike, and a check character. Immutable. It is a secret, so
 * {@link #toString()} does not tell it.
 */
public final class VoucherCode {
    static final int BYTES = 16;

    /** The last five check only. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

    private static final int BITS_OF_A_LETTER = 5;
    private static final int LETTERS = 26;
    private static final int IN_A_GROUP = 4;
    private static final BigInteger CHECK = BigInteger.valueOf(ALPHABET.length());

    private final String letters;

    private VoucherCode(String letters) {
        this.letters = letters;
    }

    /** Of the first 128 bits. */
    static VoucherCode of(byte... bits) {
        BigInteger number = new BigInteger(1, Arrays.copyOf(bits, BYTES));
        StringBuilder letters = new StringBuilder();
        for (int i = LETTERS - 1; i >= 0; i--) {
            letters.append(letter(number.shiftRight(i * BITS_OF_A_LETTER).intValue() & (1 << BITS_OF_A_LETTER) - 1));
        }
        return new VoucherCode(letters.append(check(number)).toString());
    }

    private static char letter(int value) {
        return ALPHABET.charAt(value);
    }

    private static char check(BigInteger number) {
        return letter(number.mod(CHECK).intValue());
    }

    /**
     * Whether what was typed can be a code at all, for a form that tells typing errors: the check character finds each wrong letter and each pair that was
     * swapped. It says nothing about whether there is such a code.
     */
    public static boolean wellFormed(String typed) {
        String normal = TypedCode.normal(typed);
        if (normal.length() != LETTERS + 1) {
            return false;
        }
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < LETTERS; i++) {
            int value = ALPHABET.indexOf(normal.charAt(i));
            if (value < 0 || value >= 1 << BITS_OF_A_LETTER) {
                return false;
            }
            number = number.shiftLeft(BITS_OF_A_LETTER).add(BigInteger.valueOf(value));
        }
        return number.bitLength() <= BYTES * Byte.SIZE && normal.charAt(LETTERS) == check(number);
    }

    /** The code itself, in groups with hyphens, for the member's eyes. */
    public String text() {
        return String.join(
                "-",
                IntStream.iterate(0, from -> from < letters.length(), from -> from + IN_A_GROUP)
                        .mapToObj(from -> letters.substring(from, Math.min(from + IN_A_GROUP, letters.length())))
                        .toList());
    }

    /** All that is stored of it. */
    public String hash() {
        return TypedCode.hash(letters);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VoucherCode code && code.letters.equals(letters);
    }

    @Override
    public int hashCode() {
        return letters.hashCode();
    }

    @Override
    public String toString() {
        return "a voucher's code";
    }
}
