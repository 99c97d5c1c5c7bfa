package io.loyalty4j.notify;

import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.program.Moment;
import java.util.List;
import java.util.stream.Stream;

/** What a moment of the program is to tell a member, now or later, if nothing changes until then. */
final class Prospects {
    private Prospects() {}

    static List<Upcoming> of(String id, Moment moment, Look look) {
        return switch (moment.kind()) {
            case AFTER_ORDER -> orders(id, moment, look);
            case BIRTHDAY -> Yearly.birthdays(id, look, moment.coolingOff());
            case ANNIVERSARY -> Yearly.anniversaries(id, look);
            case BEFORE_EXPIRY -> Stream.concat(
                            Lapsing.points(look, moment.ahead()).stream(),
                            Lapsing.rewards(look, moment.ahead()).stream())
                    .toList();
            case TIER_AT_RISK -> Lapsing.tier(look, moment.ahead());
            case DORMANT -> Dormancy.of(id, moment, look).stream().toList();
        };
    }

    private static List<Upcoming> orders(String id, Moment moment, Look look) {
        boolean draws = moment.gift().filter(EarnRule::draws).isPresent();
        return look.memory().planned().stream()
                .filter(plan -> plan.moment().equals(id))
                .map(plan -> new Upcoming(
                        plan.order(),
                        plan.due(),
                        plan.over(),
                        (about, gift) -> draws
                                ? new LoyaltyEvent.Surprise(about, id, plan.order(), gift)
                                : new LoyaltyEvent.ThankYouDue(about, id, plan.order(), gift)))
                .toList();
    }
}
