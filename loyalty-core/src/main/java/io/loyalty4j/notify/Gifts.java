package io.loyalty4j.notify;

import io.loyalty4j.ledger.Posting;
import io.loyalty4j.shop.Activity;
import java.util.Optional;

/** Books what moments give: once for each id, however often it is asked. The engine's own. */
@FunctionalInterface
public interface Gifts {
    /** The posting that it came to, now or before; empty if it was refused. */
    Optional<Posting> book(Activity activity);
}
