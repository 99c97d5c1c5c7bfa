/**
 * A small shop with a checkout that embeds the engine as a shop would ({@link io.loyalty4j.examples.shop.ShopMain}). The basket asks for a quote, the way to the
 * payment reserves, the payment books; the account page reads. {@link io.loyalty4j.examples.shop.Till} is the one class that gives the engine something to do,
 * and {@link io.loyalty4j.examples.shop.ShopProgram} what is promised.
 *
 * <p>Orders and messages are in tables of the shop's own beside the engine's, and stay where the database does. Baskets and sign-in are toys: they live in memory,
 * and nobody needs a password.
 */
@NullMarked
package io.loyalty4j.examples.shop;

import org.jspecify.annotations.NullMarked;
