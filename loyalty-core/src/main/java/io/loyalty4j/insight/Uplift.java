package io.loyalty4j.insight;

import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a campaign did: members whom it was for against a hold-out group from whom it was kept. It is an effect of the campaign only if chance alone decided who
 * was held out, before it began. Everybody counts, also who bought nothing: who reacts to a campaign is not who would be compared.
 *
 * @param treated whom the campaign was for
 * @param heldOut whom it was kept from
 */
public record Uplift(Sample treated, Sample heldOut) {
    /**
     * Of a time, by what was bought in it and has not come back whole. Who came after its beginning was not there to be held out, and is left out.
     *
     * @param heldOut who is in the hold-out group; all others are not
     * @throws IllegalArgumentException if it ends before it begins
     */
    public static Uplift of(Stream<Customer> customers, Predicate<MemberId> heldOut, Instant from, Instant until) {
        Bounds.period(from, until);
        Sample.Sums treated = new Sample.Sums();
        Sample.Sums control = new Sample.Sums();
        customers
                .sequential()
                .filter(customer -> customer.there(from))
                .forEach(customer -> (heldOut.test(customer.member()) ? control : treated)
                        .add(customer.purchases().stream()
                                .filter(Purchase::kept)
                                .filter(purchase -> !purchase.at().isBefore(from)
                                        && purchase.at().isBefore(until))
                                .toList()));
        return new Uplift(treated.sample(), control.sample());
    }

    /**
     * Sales per member, more or less than those of the hold-out group, in the program's currency. The interval is Welch's, with Student's t and the degrees of
     * freedom of Welch and Satterthwaite, rounded down (B. L. Welch, Biometrika 34, 1947). It is an approximation: where few members make most of the sales,
     * groups of less than some hundreds say little.
     *
     * @param confidence how often such an interval has the true difference in it: {@code "0.95"}
     * @return empty if a group has less than two members, or within both groups all spent the same
     * @throws IllegalArgumentException if the confidence is not above 0 and at most 0.9999
     */
    public Optional<Estimate> sales(String confidence) {
        return Welch.of(treated, heldOut, Bounds.confidence(confidence));
    }

    /**
     * The share of members who bought, more or less than that of the hold-out group: 0.02 is two percentage points. The interval is Newcombe's, of the score
     * intervals of both shares, which holds for few members and for shares near 0 and 1 too (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10).
     *
     * @param confidence how often such an interval has the true difference in it: {@code "0.95"}
     * @return empty if a group has no members
     * @throws IllegalArgumentException if the confidence is not above 0 and at most 0.9999
     */
    public Optional<Estimate> buyers(String confidence) {
        return Newcombe.of(treated.buying(), heldOut.buying(), Bounds.confidence(confidence));
    }
}
