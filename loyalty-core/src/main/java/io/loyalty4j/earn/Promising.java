package io.loyalty4j.earn;

import io.loyalty4j.shop.Reason;
import java.util.Optional;

/** A formula that can say what it would give before its condition holds. */
interface Promising {
    /** Empty if it would give nothing on such an occasion. */
    Optional<Reason> promise(Occasion occasion);
}
