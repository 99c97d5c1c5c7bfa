package io.loyalty4j.shop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** A voucher's code as people type it: small letters, spaces and hyphens are forgiven, and letters that look like digits. */
public final class TypedCode {
    private TypedCode() {}

    /** The one form that all ways to type a code come to; of anything else too. */
    public static String normal(String typed) {
        StringBuilder normal = new StringBuilder();
        typed.toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(letter -> !separates(letter))
                .map(TypedCode::read)
                .forEach(normal::appendCodePoint);
        return normal.toString();
    }

    private static boolean separates(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.DASH_PUNCTUATION;
    }

    private static int read(int letter) {
        return letter == 'O' ? '0' : letter == 'I' || letter == 'L' ? '1' : letter;
    }

    /** SHA-256 of the normal form, 64 hexadecimal digits: all that is kept of a code. Whatever is typed has one. */
    public static String hash(String typed) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(normal(typed).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
