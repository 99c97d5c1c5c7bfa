/**
 * Rewards: what points buy at the checkout, under which conditions, and what is offered for a basket.
 *
 * <p>Here live rewards as data: what they give ({@link io.loyalty4j.reward.Benefit}), for how many points, of which goods, how often; and the codes of vouchers and the
 * key that makes them. Whether a member can pay for one, and the holding and taking of points, is the ledger's; that no more pieces are given than there are, the engine's.
 */
@NullMarked
package io.loyalty4j.reward;

import org.jspecify.annotations.NullMarked;
