package io.loyalty4j;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.notify.Notifications;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Merge;
import io.loyalty4j.shop.StatusChange;
import io.loyalty4j.store.Commit;
import io.loyalty4j.store.LoyaltyStore;
import java.util.Optional;

/** Writes and deletes profiles, which stand beside the journal, behind the commands that ask for it. A repetition mends what a crash has left undone. */
final class ProfileKeeping {
    private final LoyaltyStore store;
    private final Notifications notifications;

    ProfileKeeping(LoyaltyStore store, Notifications notifications) {
        this.store = store;
        this.notifications = notifications;
    }

    /** Whether a command changes a profile. */
    static boolean concerns(Command command) {
        return command instanceof Member || forgets(command);
    }

    private static boolean forgets(Command command) {
        return command instanceof Merge
                || (command instanceof StatusChange change && change.kind() == StatusChange.Kind.FORGET);
    }

    void follow(Command command, Commit commit) {
        if (commit instanceof Commit.Refused) {
            return;
        }
        if (command instanceof Member member) {
            write(member);
        }
        boolean forgotten = concerns(command) && forgotten(command.member());
        if (forgets(command) || forgotten) {
            store.delete(command.member());
        }
        if (forgotten) {
            store.forget(command.member());
        }
    }

    private void write(Member member) {
        Optional<Member> before = store.profile(member.member());
        while (!store.replace(before, member)) {
            before = store.profile(member.member());
        }
        notifications.lookAt(member.member());
    }

    /** Who was forgotten while the profile was being written stays so. */
    private boolean forgotten(MemberId member) {
        return store.find(member)
                .map(Account::status)
                .filter(Account.Status.FORGOTTEN::equals)
                .isPresent();
    }
}
