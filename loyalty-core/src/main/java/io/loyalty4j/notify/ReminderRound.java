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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what a member is to be reminded of, books what moments give, and has it told. The gift comes first and once, by its id; so whoever fails behind it
 * finds it booked the next time.
 */
final class ReminderRound {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    private final Visit visit;
    private final Desk desk;
    private final Account account;

    ReminderRound(Visit visit, Account account) {
        this.visit = visit;
        this.desk = visit.desk();
        this.account = account;
    }

    /**
     * When something may fall due next. A program that does not hold for the account, or not yet, reminds nobody: another machine does, or this one later. What
     * one reminder fails at is tried again, and stands in no other's way.
     */
    Optional<Instant> run() throws Held.LeaseLost {
        if (desk.now().isBefore(desk.program().inForceFrom())
                || account.program().inForceFrom().isAfter(desk.program().inForceFrom())) {
            return Optional.of(desk.now().plus(desk.patience().longestPause()));
        }
        Look look = new Look(account, visit.recipient().profile(), visit.memo().memory(), desk.now());
        Due due = Reminders.of(desk.program(), look, this::stands).at(look);
        visit.remember(visit.memo().with(due.seen()));
        Optional<Instant> next = due.next();
        for (Reminder reminder : due.reminders()) {
            try {
                remind(reminder);
            } catch (RuntimeException e) {
                LOG.error("{} is reminded of {} later", account.member(), reminder.moment(), e);
                next = Optional.of(desk.again(1));
            }
            visit.keep();
        }
        return next;
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
        boolean said = event instanceof LoyaltyEvent.Surprise
                ? !gift.equals(MomentGift.NOTHING)
                : !(event instanceof LoyaltyEvent.RewardExpiring reward) || !shortLived(reward, reminder);
        desk.routes().stream()
                .filter(route -> said && route.wants(event))
                .forEach(route -> visit.wait(Waiting.of(event, route.name(), desk.now())));
    }

    /** A reward whose whole life is no longer than the notice ends soon from the first day on; whoever got it knows. */
    private boolean shortLived(LoyaltyEvent.RewardExpiring event, Reminder reminder) {
        Instant now = desk.now();
        return desk.program()
                .offered(event.reward())
                .flatMap(reward -> reward.voucherEnd(now, desk.program().zone()))
                .filter(end -> reminder.terms()
                        .filter(moment -> !end.isAfter(now.atZone(desk.program().zone())
                                .plus(moment.ahead())
                                .toInstant()))
                        .isPresent())
                .isPresent();
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
