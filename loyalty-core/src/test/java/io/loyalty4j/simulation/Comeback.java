package io.loyalty4j.simulation;

import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Policy.PayingOrder;
import io.loyalty4j.shop.Policy.RedeemedOnReturn;
import io.loyalty4j.shop.Policy.RestoredAfterExpiry;
import io.loyalty4j.simulation.Sale.Stage;
import io.loyalty4j.simulation.Token.Where;
import java.util.List;

/** What a return does to the tokens: those that paid come back, then those that were given are taken. */
final class Comeback {
    private final Visit visit;
    private final Purse purse;
    private final Sale sale;

    Comeback(Visit visit, Sale sale) {
        this.visit = visit;
        this.purse = visit.purse;
        this.sale = sale;
    }

    /** What was asked back in all comes back, as far as there is so much. */
    void asked() {
        sale.accept();
        if (sale.allBack() && sale.stage != Stage.CANCELLED) {
            sale.stage = Stage.RETURNED;
        }
        settle();
    }

    void all() {
        sale.accept();
        sale.stage = Stage.CANCELLED;
        settle();
    }

    private void settle() {
        sale.nothingReserved();
        restore();
        long due = Math.max(sale.due, sale.issued - sale.deserved());
        take(due - sale.due);
        sale.due = due;
    }

    private void restore() {
        restore(comingBack());
    }

    /** Gives back until so many have come back in all. */
    void restore(long back) {
        List<Token> taken = purse.takenBy(sale.name, Where.REDEEMED);
        for (long i = sale.restored; i < back; i++) {
            restore(taken.get((int) (i - sale.restored)));
        }
        sale.restored = Math.max(sale.restored, back);
    }

    private long comingBack() {
        if (visit.rules.says(RedeemedOnReturn.NEVER)) {
            return 0;
        }
        if (sale.undone()) {
            return sale.redeemed;
        }
        return visit.rules.says(RedeemedOnReturn.PROPORTIONAL) ? sale.dropped() + sale.pointsBack() : 0;
    }

    private void restore(Token token) {
        token.grant.comeBack(purse.activeUntil);
        purse.moved(token.grant);
        boolean lapsed = purse.lapsed(token, visit.now);
        if (lapsed && !token.grant.graced && visit.rules.says(RestoredAfterExpiry.GRACE_30_DAYS)) {
            token.grant.grace(visit.rules.endOfGrace(visit.now));
            purse.tokens.stream()
                    .filter(each -> each.grant == token.grant && each.where == Where.HELD)
                    .forEach(each -> each.stale = true);
            lapsed = false;
        }
        if (lapsed) {
            token.where = Where.EXPIRED;
            token.taker = "";
        } else {
            purse.comeIn(token);
        }
    }

    void take(long more) {
        long called = more + sale.owed;
        long left = takeOwn(Where.PENDING, called);
        if (!visit.rules.says(ClawBack.PENDING_ONLY)) {
            left = takeOwn(Where.AVAILABLE, left);
            left = takeOwn(Where.EXPIRED, left);
            left = takeFromOthers(left);
        }
        if (visit.rules.says(ClawBack.INTO_DEBT)) {
            owe(left);
            left = 0;
        }
        sale.owed = visit.rules.says(ClawBack.WITHIN_BALANCE) ? left : 0;
        sale.clawed += called - left;
    }

    private long takeOwn(Where where, long points) {
        List<Token> own = purse.tokens.stream()
                .filter(token -> token.where == where && token.grant.cause.equals(sale.name))
                .toList();
        return revoke(own, points);
    }

    private List<Grant> own() {
        return purse.grants.stream()
                .filter(grant -> grant.cause.equals(sale.name))
                .toList();
    }

    /** Tokens of others go in the place of own ones that are elsewhere. */
    private long takeFromOthers(long points) {
        List<Token> others = purse.paying(visit.rules.says(PayingOrder.SOONEST_EXPIRY));
        List<Grant> elsewhere = own().stream().filter(purse::elsewhere).toList();
        for (int i = 0; i < Math.min(points, others.size()); i++) {
            long lapse = others.get(i).grant.lapses(purse.activeUntil);
            elsewhere.forEach(grant -> grant.standIn(lapse));
        }
        return revoke(others, points);
    }

    private void owe(long points) {
        List<Grant> own = own();
        for (long i = 0; i < points; i++) {
            Grant grant = own.stream().filter(purse::elsewhere).findFirst().orElse(own.get(0));
            purse.owe(grant, false);
        }
    }

    private long revoke(List<Token> tokens, long points) {
        long left = points;
        for (Token token : tokens) {
            if (left > 0) {
                token.where = Where.REVOKED;
                purse.moved(token.grant);
                left--;
            }
        }
        return left;
    }
}
