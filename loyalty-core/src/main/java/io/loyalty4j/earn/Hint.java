package io.loyalty4j.earn;

import io.loyalty4j.shop.Money;

/**
 * What is near: "12.50 USD more for 200 points".
 *
 * @param of the rule's id, or the tier
 * @param missing what would have to be spent more
 * @param gain what that would bring, in words
 */
public record Hint(String of, Money missing, String gain) {
    @Override
    public String toString() {
        return missing + " more for " + gain;
    }
}
