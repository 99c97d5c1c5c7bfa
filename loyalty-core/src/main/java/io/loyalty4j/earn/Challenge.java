package io.loyalty4j.earn;

import io.loyalty4j.shop.Window;
import java.time.Period;

/**
 * The first half of a sentence: what a member is to do, all of it, in any order. Met once in a lifetime unless {@link #per} says otherwise. A challenge that
 * has been begun keeps its terms when the program changes.
 *
 * <p>{@code challenge().activity("review", 1).orders(2).within(Period.ofDays(30)).givingPoints(500)}
 */
public interface Challenge {
    /** So many orders. */
    Challenge orders(int times);

    /** So many activities of a kind. */
    Challenge activity(String kind, int times);

    /** So many points, of orders and activities; those of challenges and for bringing friends are left out. */
    Challenge earning(long points);

    /** So much spent, net, on the lines that the rule is {@code on}. */
    Challenge spending(String amount);

    /** In so many days, whenever they begin; at most 366 unless {@link #sinceEnrolment()} says when. */
    Challenge within(Period time);

    /** The time of {@link #within} begins with the enrolment. */
    Challenge sinceEnrolment();

    /** Anew in each such period. */
    Challenge per(Window window);

    EarnRule givingPoints(long points);

    /** One of the program's rewards that ask for a voucher. */
    EarnRule givingReward(String reward);
}
