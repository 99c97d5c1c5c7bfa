package io.loyalty4j.examples.shop;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Quote;
import io.loyalty4j.ledger.Receipt;
import io.loyalty4j.shop.Refusal;
import java.util.Optional;

/** From the basket to the paid order, and back. */
final class CheckoutDesk {
    private final Desk desk;
    private final BasketDesk baskets;

    CheckoutDesk(Desk desk, BasketDesk baskets) {
        this.desk = desk;
        this.baskets = baskets;
    }

    void on(RoutesConfig routes) {
        routes.post("/checkout", this::checkout);
        routes.get("/payment/{id}", this::show);
        routes.post("/payment/{id}", this::pay);
        routes.post("/payment/{id}/back", this::back);
        routes.get("/order/{id}", this::showOrder);
        routes.post("/order/{id}/return", this::takeBack);
    }

    private void checkout(Context ctx) {
        Visit visit = desk.visit(ctx);
        String id = Desk.id(ctx, "order");
        boolean accepted = baskets.choose(ctx);
        if (visit.customer().isEmpty()) {
            desk.sorry(ctx, "Please sign in to order: points are for members.");
            desk.next(ctx, "/sign-in");
        } else if (desk.till()
                .orders()
                .find(visit.member(), id)
                .filter(this::paid)
                .isPresent()) {
            desk.next(ctx, "/order/" + id);
        } else if (!accepted || visit.basket().isEmpty()) {
            desk.next(ctx, "/basket");
        } else {
            reserve(ctx, visit, ShopOrder.of(id, visit.member(), visit.basket(), visit.choice()));
        }
    }

    private boolean paid(ShopOrder order) {
        return order.paid().isPresent();
    }

    private void reserve(Context ctx, Visit visit, ShopOrder asked) {
        ShopOrder order = desk.till().orders().keep(asked);
        if (!order.member().equals(visit.member())) {
            throw new NotFoundResponse();
        }
        Outcome held = desk.till().reserve(order);
        if (held instanceof Outcome.Refused refused) {
            desk.till().orders().drop(order);
            desk.sorry(ctx, refusal(order, refused.reason()));
            desk.next(ctx, "/basket");
        } else {
            desk.next(ctx, "/payment/" + order.id());
        }
    }

    private String refusal(ShopOrder order, Refusal reason) {
        long held = desk.till().account(order.member()).held();
        String sentence = Words.refusal(reason);
        return held > 0 && reason instanceof Refusal.InsufficientPoints
                ? sentence + " Another order of yours has reserved " + Words.points(held)
                        + "; cancel it if you want to use them here."
                : sentence;
    }

    private void show(Context ctx) {
        ShopOrder order = desk.order(ctx);
        if (paid(order)) {
            desk.next(ctx, "/order/" + order.id());
            return;
        }
        Frame frame = desk.frame(ctx, "Payment");
        Quote quote = desk.till().quote(order.order());
        String refusal = quote.refusal().map(reason -> refusal(order, reason)).orElse("");
        desk.pages()
                .show(
                        ctx,
                        "payment",
                        PaymentPage.of(
                                frame,
                                order,
                                quote,
                                refusal,
                                desk.till().reservedUntil(order),
                                desk.till().program().zone()));
    }

    private void pay(Context ctx) {
        Visit visit = desk.visit(ctx);
        ShopOrder order = desk.order(ctx);
        if (changed(order, Desk.text(ctx, "shown"))) {
            desk.sorry(ctx, "The price has changed. Please look at it again before you pay.");
            desk.next(ctx, "/payment/" + order.id());
            return;
        }
        Optional<String> earlier = desk.till().orders().claim(order);
        if (earlier.isPresent()) {
            desk.till().letGo(order);
            desk.sorry(ctx, "You have ordered this basket already. Nothing was paid again.");
            desk.next(ctx, "/order/" + earlier.get());
            return;
        }
        Outcome outcome = desk.till().pay(order);
        if (outcome instanceof Outcome.Refused refused) {
            desk.till().orders().disclaim(order);
            desk.till().orders().drop(order);
            desk.sorry(ctx, refusal(order, refused.reason()));
            desk.next(ctx, "/basket");
            return;
        }
        visit.bought(order.basket());
        desk.next(ctx, "/order/" + order.id());
    }

    /** Whether there is another price now than the one that was shown. Where there is none, as the order is refused or booked already, paying says so. */
    private boolean changed(ShopOrder order, String shown) {
        String price = PaymentPage.price(desk.till().quote(order.order()));
        return !paid(order) && !price.isEmpty() && !price.equals(shown);
    }

    private void back(Context ctx) {
        ShopOrder order = desk.order(ctx);
        if (paid(order) || desk.till().booked(order)) {
            desk.visit(ctx).bought(order.basket());
            desk.sorry(ctx, "This order has been paid already. Nothing was cancelled.");
            desk.next(ctx, "/order/" + order.id());
            return;
        }
        Outcome released = desk.till().letGo(order);
        if (released instanceof Outcome.Refused refused) {
            desk.sorry(ctx, Words.refusal(refused.reason()));
            desk.next(ctx, "/payment/" + order.id());
            return;
        }
        desk.next(ctx, "/basket");
    }

    private void showOrder(Context ctx) {
        ShopOrder order = desk.order(ctx);
        if (order.paid().isEmpty()) {
            desk.next(ctx, "/payment/" + order.id());
            return;
        }
        Frame frame = desk.frame(ctx, "Order " + order.name());
        desk.pages()
                .show(
                        ctx,
                        "order",
                        OrderPage.of(
                                frame,
                                order,
                                desk.till().receipt(order),
                                desk.till()
                                        .journal(order.member())
                                        .order(order.id())
                                        .orElseThrow(),
                                desk.till().account(order.member()),
                                desk.till().program().zone()));
    }

    private void takeBack(Context ctx) {
        ShopOrder order = desk.order(ctx);
        if (order.paid().isEmpty()) {
            throw new NotFoundResponse();
        }
        int pieces = Math.min(Desk.number(ctx, "pieces", 0), Basket.MOST_PIECES);
        String line = Desk.text(ctx, "line");
        if (order.basket().lines().stream().noneMatch(one -> one.id().equals(line))) {
            throw new NotFoundResponse();
        }
        if (pieces == 0) {
            desk.sorry(ctx, Desk.HOW_MANY);
        } else {
            takeBack(ctx, order, line, pieces);
        }
        desk.next(ctx, "/order/" + order.id());
    }

    private void takeBack(Context ctx, ShopOrder order, String line, int pieces) {
        Outcome outcome = desk.till().takeBack(order, Desk.id(ctx, "return"), line, pieces);
        if (outcome instanceof Outcome.Refused refused) {
            desk.sorry(ctx, Words.refusal(refused.reason()));
        } else if (outcome.receipt().surplus().getOrDefault(line, 0) >= pieces) {
            desk.sorry(ctx, "All of this has been returned already. Nothing was booked again.");
        } else {
            desk.say(ctx, cameBack(outcome.receipt()));
        }
    }

    private static String cameBack(Receipt receipt) {
        String revoked = receipt.revoked() == 0
                ? ""
                : " You lose " + Words.points(receipt.revoked()) + " that you earned with it.";
        String restored = receipt.restored() == 0
                ? ""
                : " You get back " + Words.points(receipt.restored()) + " that you paid with.";
        return "Thank you, we have taken it back." + revoked + restored;
    }
}
