package io.loyalty4j.examples.shop;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.shop.RewardRefusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** The shelf and the basket. */
final class BasketDesk {
    private static final String NO_ROOM =
            "There is no more room for %s in your basket: it holds %d pieces of one thing, and %d things.";

    private final Desk desk;

    BasketDesk(Desk desk) {
        this.desk = desk;
    }

    void on(RoutesConfig routes) {
        routes.get("/", ctx -> desk.pages().show(ctx, "shelf", ShelfPage.of(desk.frame(ctx, "Shop"))));
        routes.get("/basket", this::show);
        routes.post("/basket/add", this::add);
        routes.post("/basket/line", this::change);
        routes.post("/basket/choose", ctx -> {
            choose(ctx);
            desk.next(ctx, "/basket");
        });
    }

    /** A code that was good when it was chosen may have been used elsewhere since: it goes as well, and that is said. */
    private void show(Context ctx) {
        Visit visit = desk.visit(ctx);
        Frame frame = desk.frame(ctx, "Basket");
        List<WaitingOrder> waiting = WaitingOrder.all(visit.member(), desk.till());
        if (visit.basket().isEmpty()) {
            desk.pages().show(ctx, "empty", new EmptyPage(frame, waiting));
            return;
        }
        ShopOrder order = asked(visit);
        Quote free = desk.till().quote(order.withoutPoints());
        Optional<String> wrong = wrongCode(free);
        if (wrong.isPresent()) {
            visit.choose(order.choice().withoutVoucher());
            desk.sorry(ctx, wrong.get() + " We have taken it off your basket.");
            desk.next(ctx, "/basket");
            return;
        }
        Quote chosen = order.choice().points() > 0 ? desk.till().quote(order.order()) : free;
        desk.pages().show(ctx, "basket", BasketPage.of(frame, order, chosen, free, waiting));
    }

    private static ShopOrder asked(Visit visit) {
        return ShopOrder.of(Ids.random("S"), visit.member(), visit.basket(), visit.choice());
    }

    private void add(Context ctx) {
        Visit visit = desk.visit(ctx);
        Product.find(Desk.text(ctx, "sku")).ifPresent(product -> {
            if (visit.change(basket -> basket.plus(product, Desk.text(ctx, "text")))) {
                desk.say(ctx, product.name() + " is in your basket.");
            } else {
                desk.sorry(ctx, NO_ROOM.formatted(product.name(), Basket.MOST_PIECES, Basket.MOST_LINES));
            }
        });
        desk.next(ctx, "/");
    }

    private void change(Context ctx) {
        String line = Desk.text(ctx, "line");
        OptionalInt pieces = Desk.number(ctx, "pieces");
        if (pieces.isPresent()) {
            desk.visit(ctx).change(basket -> basket.pieces(line, pieces.getAsInt()));
        } else {
            desk.sorry(ctx, Desk.HOW_MANY);
        }
        desk.next(ctx, "/basket");
    }

    /** Keeps what the customer chose; a code that is not accepted is not kept, for each look at the basket would be another try. */
    boolean choose(Context ctx) {
        Visit visit = desk.visit(ctx);
        Choice choice = choice(ctx);
        visit.choose(choice);
        if (choice.voucher().isEmpty() || visit.basket().isEmpty()) {
            return true;
        }
        Optional<String> wrong = wrongCode(desk.till().quote(asked(visit).withoutPoints()));
        wrong.ifPresent(sentence -> {
            visit.choose(choice.withoutVoucher());
            desk.sorry(ctx, sentence);
        });
        return wrong.isEmpty();
    }

    private static Optional<String> wrongCode(Quote quote) {
        return quote.refusal()
                .filter(RewardRefusal.VoucherNotAccepted.class::isInstance)
                .map(Words::refusal);
    }

    private Choice choice(Context ctx) {
        TreeSet<String> rewards = new TreeSet<>(ctx.formParams("reward"));
        rewards.retainAll(desk.till().program().rewards().keySet());
        rewards.remove(ShopProgram.PAYMENT);
        return new Choice(
                points(ctx), rewards, Optional.of(Desk.text(ctx, "voucher")).filter(code -> !code.isEmpty()));
    }

    /** The slider and the field beside it say the same where scripts run; elsewhere the one counts that was changed. Nothing in the field is none. */
    private static int points(Context ctx) {
        int before = Desk.number(ctx, "before", 0);
        boolean emptied = Optional.ofNullable(ctx.formParam("points"))
                .filter(String::isBlank)
                .isPresent();
        int field = emptied ? 0 : Desk.number(ctx, "points", before);
        return field != before ? field : Desk.number(ctx, "slider", before);
    }

    /** A basket without anything in it. */
    record EmptyPage(Frame frame, List<WaitingOrder> waiting) {
        public boolean held() {
            return !waiting.isEmpty();
        }
    }
}
