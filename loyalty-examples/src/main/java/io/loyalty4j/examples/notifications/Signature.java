package io.loyalty4j.examples.notifications;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who sent a body, and when: {@code t=1772452800,v1=<HMAC-SHA256 of "1772452800." and the body, in hexadecimal>}.
 *
 * @param second since 1970
 * @param code 64 hexadecimal digits
 */
record Signature(long second, String code) {
    static final String HEADER = "Loyalty-Signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final Pattern TEXT = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    /** A secret that both sides know; 32 random bytes are enough. */
    static SecretKey secret(byte[] bytes) {
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    static Signature of(byte[] body, SecretKey secret, Instant now) {
        return new Signature(now.getEpochSecond(), code(body, secret, now.getEpochSecond()));
    }

    /** Whether a header is the signature of a body with one of some secrets, not older than five minutes, nor so far ahead. */
    static boolean holds(String header, byte[] body, List<SecretKey> secrets, Instant now) {
        Matcher text = TEXT.matcher(header);
        if (!text.matches()) {
            return false;
        }
        Signature given = new Signature(Long.parseLong(text.group(1)), text.group(2));
        Duration age =
                Duration.between(Instant.ofEpochSecond(given.second), now).abs();
        return age.compareTo(OLDEST) <= 0 && secrets.stream().anyMatch(secret -> given.isOf(body, secret));
    }

    /** Takes as long for a code that begins right as for any other one, so that nobody can guess it digit by digit. */
    private boolean isOf(byte[] body, SecretKey secret) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.US_ASCII),
                code(body, secret, second).getBytes(StandardCharsets.US_ASCII));
    }

    private static String code(byte[] body, SecretKey secret, long second) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((second + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "t=" + second + ",v1=" + code;
    }
}
