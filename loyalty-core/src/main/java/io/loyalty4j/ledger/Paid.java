package io.loyalty4j.ledger;

import java.math.BigDecimal;

/**
 * A reward that the order is paid with.
 *
 * @param worth taken off its price, in the program's currency
 */
public record Paid(String reward, long points, BigDecimal worth) {}
