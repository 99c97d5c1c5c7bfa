package io.loyalty4j.examples.replay;

import java.util.Set;

/** Stock codes that are no goods: postage, discounts, charges, corrections by hand, donations and gift vouchers. They earn nothing. */
public final class NonProducts {
    /** The category such lines get, which the program excludes. */
    public static final String CATEGORY = "service";

    private static final Set<String> CODES =
            Set.of("POST", "DOT", "M", "m", "C2", "D", "S", "B", "BANK CHARGES", "AMAZONFEE", "CRUK");
    private static final String GIFT_VOUCHER = "gift_";

    private NonProducts() {}

    static boolean include(String sku) {
        return CODES.contains(sku) || sku.startsWith(GIFT_VOUCHER);
    }
}
