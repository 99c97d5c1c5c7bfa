package io.loyalty4j.reward;

import io.loyalty4j.shop.MemberId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The shop's secret from which voucher codes are derived: the same member, request and number give the same code, so that a replay shows it again though only
 * its hash is stored. Whoever has the key can make all codes; keep it where passwords are kept. Immutable, thread-safe; it tells nothing of itself.
 *
 * <p>{@code VoucherKey.of(today).replacing(VoucherKey.of(yesterday))}
 */
public final class VoucherKey {
    /** The least length of a secret. */
    public static final int LEAST_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "loyalty4j-voucher-code/1";

    private final List<SecretKeySpec> keys;

    private VoucherKey(List<SecretKeySpec> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * A key of random bytes; they are copied.
     *
     * @throws IllegalArgumentException if there are less than {@value #LEAST_BYTES}
     */
    public static VoucherKey of(byte... secret) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "a voucher key has at least " + LEAST_BYTES + " random bytes, not " + secret.length);
        }
        return new VoucherKey(List.of(new SecretKeySpec(secret, ALGORITHM)));
    }

    /** The same key, which still knows the codes that an earlier one has made. New codes are its own. */
    public VoucherKey replacing(VoucherKey earlier) {
        List<SecretKeySpec> all = new ArrayList<>(keys);
        all.addAll(earlier.keys);
        return new VoucherKey(all);
    }

    /**
     * A member's code.
     *
     * @param requestId of what the voucher was given for
     * @param n its number among the codes of that request, from 0
     */
    public VoucherCode code(MemberId member, String requestId, int n) {
        return code(keys.get(0), member, requestId, n);
    }

    /** The code that was made of these, by this key or one that it replaces; empty if its hash is another. */
    public Optional<VoucherCode> codeOf(MemberId member, String requestId, int n, String hash) {
        return keys.stream()
                .map(key -> code(key, member, requestId, n))
                .filter(code -> code.hash().equals(hash))
                .findFirst();
    }

    private static VoucherCode code(SecretKeySpec key, MemberId member, String requestId, int n) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : List.of(PURPOSE, member.value(), requestId)) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(number(bytes.length));
                mac.update(bytes);
            }
            return VoucherCode.of(mac.doFinal(number(n)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Lengths are said, so that no two inputs are one text. */
    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    @Override
    public String toString() {
        return "a voucher key";
    }
}
