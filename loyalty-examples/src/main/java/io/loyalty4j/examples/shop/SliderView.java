package io.loyalty4j.examples.shop;

import io.loyalty4j.ledger.Quote;
import io.loyalty4j.reward.RewardOffer;
import java.util.Optional;

/**
 * How many points can be paid with: the limits are the program's, for this basket and this member.
 *
 * @param most 0 if none can
 * @param why none can; empty if some can
 */
record SliderView(long most, long step, long value, String worth, String why) {
    static SliderView of(Quote free, long chosen) {
        Optional<RewardOffer> offer = free.reward(ShopProgram.PAYMENT);
        if (offer.filter(RewardOffer::takeable).isEmpty()) {
            return new SliderView(0, 1, 0, "", offer.map(SliderView::why).orElse(""));
        }
        RewardOffer pay = offer.get();
        return new SliderView(
                pay.most(), Math.max(1, pay.step()), Math.min(chosen, pay.most()), Words.money(pay.worth()), "");
    }

    private static String why(RewardOffer offer) {
        return offer.refusal().map(Words::refusal).orElse("");
    }

    public boolean offered() {
        return most > 0;
    }

    public String mostText() {
        return Words.points(most);
    }
}
