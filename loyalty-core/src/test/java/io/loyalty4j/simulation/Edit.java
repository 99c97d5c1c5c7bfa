package io.loyalty4j.simulation;

import io.loyalty4j.shop.Policy.ClawBack;
import io.loyalty4j.shop.Policy.RedeemedOnReturn;
import io.loyalty4j.simulation.Sale.Piece;
import io.loyalty4j.simulation.Sale.Promise;
import io.loyalty4j.simulation.Sale.Stage;
import io.loyalty4j.simulation.Token.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another revision of an order that was bought: what it is now, and of points only the difference. */
final class Edit {
    private final Visit visit;
    private final Sale sale;
    private final Basket basket;
    private final Activeness activity;
    private final Comeback comeback;
    private final List<Piece> before;
    private final Till till;
    private boolean paidAgain;

    Edit(Visit visit, Sale sale, Basket basket) {
        this.visit = visit;
        this.sale = sale;
        this.basket = basket;
        this.activity = new Activeness(visit);
        this.comeback = new Comeback(visit, sale);
        this.before = List.copyOf(sale.pieces);
        sale.pieces.clear();
        sale.pieces.addAll(basket.pieces());
        this.till = new Till(visit, basket, sale.pieces);
    }

    String outcome() {
        before.forEach(piece -> sale.ask(piece.id, piece.back));
        sale.accept();
        Optional<String> no = pay();
        if (no.isPresent()) {
            return no.get();
        }
        till.setBases();
        promise();
        earn();
        activity.goOn(till.redeemed() > 0 || paidAgain ? visit.now : sale.happened);
        sale.stage = sale.allBack() ? Stage.RETURNED : Stage.PURCHASED;
        sale.revision = basket.revision();
        sale.stillReserved(visit.purse);
        visit.posted();
        return visit.applied();
    }

    /** What stays paid stays; what it drops comes back, and can pay for what is new. */
    private Optional<String> pay() {
        List<String> wanted = new ArrayList<>(basket.rewards());
        boolean allBack = sale.undone() && sale.restored == sale.redeemed;
        Optional<String> no = till.stay(wanted, allBack ? List.of() : sale.rewards);
        if (no.isEmpty()) {
            restore();
            no = till.capture(wanted, sale.reserved, basket.keeping());
        }
        if (no.isEmpty()) {
            sale.redeemed += till.redeemed();
            sale.rewards = till.rewards();
            no = payAgain();
        }
        if (no.isEmpty()) {
            restore();
        }
        return no;
    }

    /** A reward that is spread over more goods that stay costs again what had come back of it. */
    private Optional<String> payAgain() {
        long again = visit.rules.says(RedeemedOnReturn.PROPORTIONAL) ? sale.restored - back() : 0;
        if (again > visit.purse.count(Where.AVAILABLE)) {
            return Optional.of("insufficient-points");
        }
        if (again > 0) {
            till.takeAgain((int) again);
            sale.redeemed += again;
            paidAgain = true;
        }
        return Optional.empty();
    }

    private void restore() {
        sale.rewards = till.rewards();
        comeback.restore(back());
    }

    private long back() {
        return sale.dropped() + (visit.rules.says(RedeemedOnReturn.PROPORTIONAL) ? sale.pointsBack() : 0);
    }

    /** A line that stays as it was keeps its rate, and the order its bonus, unless that is the same as now. */
    private void promise() {
        Promise now = visit.rules.promise().to(sale.pieces);
        boolean same = sale.program == visit.rules.number();
        for (Piece piece : sale.pieces) {
            piece.rate = before.stream()
                    .filter(old -> !same && piece.sameAs(old))
                    .map(old -> old.rate)
                    .findFirst()
                    .orElse(now.rate());
        }
        if (same || sale.promise.bonus() == 0 || sale.promise.bonus() == now.bonus()) {
            sale.promised(now);
        } else if (now.bonus() > 0) {
            sale.promisedOnAll();
        }
    }

    private void earn() {
        long taken = visit.rules.says(ClawBack.WITHIN_BALANCE) ? sale.due - sale.owed : sale.clawed;
        long more = sale.earned() - (sale.issued - taken);
        sale.owed = 0;
        sale.clawed = taken;
        if (more < 0) {
            comeback.take(-more);
        } else {
            sale.issued += more;
            visit.purse.give(visit.rules.grant(basket.lot(), sale), more, visit.now);
        }
        sale.due = sale.issued - sale.earned();
    }
}
