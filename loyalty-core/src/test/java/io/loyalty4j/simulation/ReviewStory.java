package io.loyalty4j.simulation;

import io.loyalty4j.laws.Chance;
import java.util.Optional;

/** A review, and now and then its end. */
final class ReviewStory implements Story {
    @Override
    public void tell(Plot plot) {
        Chance chance = plot.chance;
        long at = plot.someTime();
        Review review = new Review(
                plot.member(),
                chance.percent(96) ? Review.KNOWN : "dance",
                plot.name("r"),
                chance.percent(70) ? Optional.empty() : Optional.of(at - plot.upTo(50 * Plot.DAY)));
        plot.sent(at, review);
        if (chance.percent(25)) {
            plot.sent(
                    chance.percent(80) ? at + plot.upTo(90 * Plot.DAY) : at - plot.upTo(Plot.DAY), new Retract(review));
        }
    }
}
