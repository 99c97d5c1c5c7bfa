/**
 * A search for money machines: sequences of what shop and member may do that leave a member with more than what was kept is worth. Holds the searcher, the
 * yardstick that knows no ledger, and the measured exceptions; laws of the ledger itself are in {@code laws}.
 */
@NullMarked
package io.loyalty4j.machines;

import org.jspecify.annotations.NullMarked;
