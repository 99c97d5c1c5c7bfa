/**
 * Benchmarks: what is promised about speed, measured beside a peer or a limit in one run.
 *
 * <p>Here live JMH benchmarks and the mains that run them. They are compiled in the profile {@code benchmarks} only.
 */
package io.loyalty4j.bench;
