package io.loyalty4j.notify;

import io.loyalty4j.earn.EarnPlan;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.Moment;
import io.loyalty4j.shop.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a member is to be reminded of, books what moments give, and has it told. The gift comes first and once, by its id; so whoever fails behind it
 * finds it booked the next time.
 */
final class ReminderRound {
    private final Visit visit;
    private final Desk desk;
    private final Account account;

    ReminderRound(Visit visit, Account account) {
        this.visit = visit;
        this.desk = visit.desk();
        this.account = account;
    }

    /** When something may fall due next. */
    Optional<Instant> run() throws Held.LeaseLost {
        Look look = new Look(account, visit.recipient().profile(), visit.memo().memory(), desk.now());
        Due due = Reminders.of(desk.program(), look, this::stands).at(look);
        visit.remember(visit.memo().with(due.seen()));
        for (Reminder reminder : due.reminders()) {
            remind(reminder);
            visit.keep();
        }
        return due.next();
    }

    private boolean stands(String order) {
        return desk.store()
                .order(account.member(), order)
                .filter(position -> !position.whole())
                .isPresent();
    }

    private void remind(Reminder reminder) {
        MomentGift gift = gift(reminder);
        LoyaltyEvent event = reminder.event(gift);
        visit.remember(visit.memo().with(reminder.told(visit.memo().memory())));
        if (!(event instanceof LoyaltyEvent.Surprise) || !gift.equals(MomentGift.NOTHING)) {
            desk.routes().forEach(route -> visit.wait(Waiting.of(event, route.name(), desk.now())));
        }
    }

    private MomentGift gift(Reminder reminder) {
        boolean gives = reminder.terms().flatMap(Moment::gift).isPresent();
        return gives
                ? desk.gifts()
                        .book(Activity.of(account.member(), EarnPlan.gift(reminder.moment()), reminder.cause()))
                        .map(this::given)
                        .orElse(MomentGift.NOTHING)
                : MomentGift.NOTHING;
    }

    private MomentGift given(Posting posting) {
        long points = 0;
        List<String> rewards = new ArrayList<>();
        for (LoyaltyEvent event : desk.reading().of(posting, Optional.empty())) {
            if (event instanceof LoyaltyEvent.PointsEarned earned) {
                points += earned.points();
            } else if (event instanceof LoyaltyEvent.RewardIssued issued) {
                rewards.add(issued.reward());
            } else if (event instanceof LoyaltyEvent.VoucherIssued issued) {
                rewards.add(issued.reward());
            }
        }
        return new MomentGift(points, rewards);
    }
}
