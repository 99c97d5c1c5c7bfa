package io.loyalty4j.examples.shop;

import io.loyalty4j.reward.VoucherKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The shop's secret for the codes of vouchers. With another one, codes that were given before are good for nothing. */
final class KeyFile {
    private KeyFile() {}

    /** A secret that is gone when the shop is closed. */
    static VoucherKey forOnce() {
        return VoucherKey.of(random());
    }

    /**
     * The secret of a file, in hexadecimal digits; it is made up, for its owner's eyes alone, where there is none.
     *
     * @throws IllegalArgumentException if the file has something else
     */
    static VoucherKey of(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, forOwner(file));
                Files.writeString(file, HexFormat.of().formatHex(random()));
            }
            return VoucherKey.of(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + " has no voucher key: at least " + VoucherKey.LEAST_BYTES + " bytes in hexadecimal digits",
                    e);
        }
    }

    private static FileAttribute<?>[] forOwner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static byte[] random() {
        byte[] secret = new byte[VoucherKey.LEAST_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
