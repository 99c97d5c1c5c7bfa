package io.loyalty4j.notify;

import io.loyalty4j.tier.Present;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** What has a last day: points, rewards, a tier. It is told until that day has passed. */
final class Lapsing {
    private Lapsing() {}

    static List<Upcoming> points(Look look, Period ahead) {
        List<Upcoming> all = new ArrayList<>();
        look.account()
                .pointsEnding(ahead)
                .forEach((day, points) -> all.add(new Upcoming(
                        day.toString(),
                        look.present().startOf(day.minus(ahead)),
                        look.present().startOf(day.plusDays(1)),
                        (about, gift) -> new LoyaltyEvent.PointsExpiringSoon(about, points, day))));
        return all;
    }

    static List<Upcoming> rewards(Look look, Period ahead) {
        List<Upcoming> all = new ArrayList<>();
        look.account()
                .rewardsEnding()
                .forEach((day, rewards) -> rewards.keySet()
                        .forEach(reward -> all.add(new Upcoming(
                                reward + "/" + day,
                                look.present().startOf(day.minus(ahead)),
                                look.present().startOf(day.plusDays(1)),
                                (about, gift) -> new LoyaltyEvent.RewardExpiring(about, reward, day)))));
        return all;
    }

    /** A tier whose last day is near, and which is lost after it, though something could be done. */
    static List<Upcoming> tier(Look look, Period ahead) {
        Present present = look.present();
        var tier = look.account().tier();
        return tier.until().stream()
                .flatMap(day -> tier.atRisk(day, Period.ZERO).stream()
                        .map(way -> new Upcoming(
                                day.toString(),
                                present.startOf(day.minus(ahead)),
                                present.startOf(day.plusDays(1)),
                                (about, gift) ->
                                        new LoyaltyEvent.TierAtRisk(about, tier.code(), way.missing(), way.by()))))
                .toList();
    }
}
