package io.loyalty4j.shop;

/**
 * A member of the program: a surrogate id of the shop's own, never a name or an address, for the journal keeps it for ever.
 *
 * @param value 1 to 64 printable ASCII characters without spaces, not beginning with {@code ~}; compared byte for byte
 */
public record MemberId(String value) implements Comparable<MemberId> {
    /** Somebody who has not joined: may ask for a quote ("join and earn 120"), never book. */
    public static final MemberId GUEST = new MemberId("~guest");

    /**
     * Checks that it is a legal id.
     *
     * @throws IllegalArgumentException if {@code value} is no legal id
     */
    public MemberId {
        if (!value.equals("~guest") && !value.matches(Identifier.PATTERN)) {
            throw new IllegalArgumentException("a member's id " + Identifier.WORDS);
        }
    }

    public static MemberId of(String value) {
        return new MemberId(value);
    }

    public static MemberId of(long value) {
        return new MemberId(Long.toString(value));
    }

    public boolean guest() {
        return equals(GUEST);
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
