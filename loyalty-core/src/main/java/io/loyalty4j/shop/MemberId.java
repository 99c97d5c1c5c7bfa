package io.loyalty4j.shop;

/**
 * A member of the program: a surrogate id of the shop's own, never a name or an address, for the journal keeps it for ever.
 *
 * @param value 1 to 64 printable ASCII characters without spaces, not beginning with {@code ~}; compared byte for byte. A charity's account has
 *     {@code ~charity/} before such a code, 73 characters at most
 */
public record MemberId(String value) implements Comparable<MemberId> {
    /** Somebody who has not joined: may ask for a quote ("join and earn 120"), never book. */
    public static final MemberId GUEST = new MemberId("~guest");

    private static final String CHARITY = "~charity/";

    /**
     * Checks that it is a legal id.
     *
     * @throws IllegalArgumentException if {@code value} is no legal id
     */
    public MemberId {
        String own = value.startsWith(CHARITY) ? value.substring(CHARITY.length()) : value;
        if (!value.equals("~guest") && !own.matches(Identifier.PATTERN)) {
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

    static MemberId ofCharity(String code) {
        return new MemberId(CHARITY + code);
    }

    /** Whether it is no member's, but a charity's account ({@link Donation#account}). */
    public boolean charity() {
        return value.startsWith(CHARITY);
    }

    /** Whether no member of the program has it: it stands for guests, or is a charity's account. */
    public boolean reserved() {
        return guest() || charity();
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
