/**
 * How fast carts are quoted, and that it does not hang on rules that do not concern them.
 *
 * <p>Begin with {@link io.loyalty4j.bench.QuoteRatioMain}. Compiled under {@code -Pbenchmarks} only, with JMH; no test, and nothing that users need.
 */
@NullMarked
package io.loyalty4j.bench;

import org.jspecify.annotations.NullMarked;
