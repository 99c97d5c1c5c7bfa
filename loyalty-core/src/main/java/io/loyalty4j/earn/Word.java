package io.loyalty4j.earn;

/**
 * A property of lines by which rules are found.
 *
 * @param what category, brand or sku
 */
record Word(String what, String word) {}
