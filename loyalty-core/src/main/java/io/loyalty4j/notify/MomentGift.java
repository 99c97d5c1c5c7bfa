package io.loyalty4j.notify;

import java.util.List;

/**
 * What a moment gave.
 *
 * @param points given, 0 if none
 * @param rewards that can be used now
 */
public record MomentGift(long points, List<String> rewards) {
    public static final MomentGift NOTHING = new MomentGift(0, List.of());

    public MomentGift {
        rewards = List.copyOf(rewards);
    }

    /** As an event's fact: {@code 250 points}, {@code thanks-5}, or both. */
    @Override
    public String toString() {
        String words = String.join(", ", rewards);
        return points == 0 ? words : points + " points" + (words.isEmpty() ? "" : ", " + words);
    }

    /** Whether an event is about what a moment gave and says no more than the moment's own event; a voucher's says its code. */
    static boolean saidOtherwise(LoyaltyEvent event) {
        return event.messageClass() == MessageClass.MARKETING
                && (event instanceof LoyaltyEvent.PointsEarned || event instanceof LoyaltyEvent.RewardIssued);
    }
}
