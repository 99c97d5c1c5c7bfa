/**
 * What the shop tells us, and the words everything else is said in: members, money, orders, refunds, activities, donations, refusals, policies.
 *
 * <p>Here live immutable values that check themselves. No rule, no points arithmetic, no storage: this package uses no other of ours.
 */
@NullMarked
package io.loyalty4j.shop;

import org.jspecify.annotations.NullMarked;
