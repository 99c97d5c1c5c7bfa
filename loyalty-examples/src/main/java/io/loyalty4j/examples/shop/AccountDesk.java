package io.loyalty4j.examples.shop;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The customer's own page, who they are, and the clock. */
final class AccountDesk {
    private static final Map<String, Period> JUMPS = Map.of(
            "day", Period.ofDays(1),
            "fortnight", Period.ofDays(14),
            "month", Period.ofMonths(1),
            "year", Period.ofYears(1));

    private final Desk desk;

    AccountDesk(Desk desk) {
        this.desk = desk;
    }

    void on(RoutesConfig routes) {
        routes.get("/account", this::show);
        routes.get("/sign-in", ctx -> desk.pages().show(ctx, "sign-in", SignInPage.of(desk.frame(ctx, "Sign in"))));
        routes.post("/sign-in", this::signIn);
        routes.post("/sign-out", ctx -> {
            desk.visits().signIn(ctx, Optional.empty());
            desk.next(ctx, "/");
        });
        routes.post("/clock", this::forward);
    }

    private void show(Context ctx) {
        Optional<Customer> customer = desk.visit(ctx).customer();
        if (customer.isEmpty()) {
            desk.next(ctx, "/sign-in");
            return;
        }
        desk.pages().show(ctx, "account", AccountPage.of(desk.frame(ctx, "Account"), customer.get(), desk.till()));
    }

    private void signIn(Context ctx) {
        Optional<Customer> customer = Customer.find(Desk.text(ctx, "customer"));
        if (customer.isEmpty()) {
            throw new BadRequestResponse("Please choose one of the customers on the page where one signs in.");
        }
        desk.visits().signIn(ctx, customer);
        desk.next(ctx, "/basket");
    }

    private void forward(Context ctx) {
        Optional.ofNullable(JUMPS.get(Desk.text(ctx, "by"))).ifPresent(by -> {
            desk.till().forward(by);
            desk.say(
                    ctx,
                    "It is " + Words.day(desk.till().today())
                            + " now. Everything that fell due until today has been booked.");
        });
        desk.next(ctx, desk.visit(ctx).customer().isPresent() ? "/account" : "/");
    }

    /** Who one can be. */
    record SignInPage(Frame frame, List<Choosable> customers) {
        static SignInPage of(Frame frame) {
            return new SignInPage(
                    frame,
                    Customer.ALL.stream()
                            .map(one -> new Choosable(one.id().value(), one.name(), one.about()))
                            .toList());
        }
    }

    /** A customer who can be chosen. */
    record Choosable(String id, String name, String about) {}
}
