/**
 * What customers are worth and who is about to be lost, from an order history: models of {@code io.loyalty4j.insight} fitted by maximum likelihood.
 *
 * <p>Start at {@link io.loyalty4j.examples.lifetime.LifetimeMain}; the fit that a shop would copy is {@code ModelFit}. The engine needs no optimizer: a shop fits
 * now and then, as a job of its own, and gives the engine the parameters.
 */
@NullMarked
package io.loyalty4j.examples.lifetime;

import org.jspecify.annotations.NullMarked;
