package io.loyalty4j.examples.shop;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.loyalty4j.shop.LoyaltyException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The shop's pages at an address of this machine. */
final class ShopServer implements AutoCloseable {
    private static final String HOST = "localhost";
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int FAULT = 500;
    private static final long MOST_BYTES = 20_000;

    private final Desk desk;
    private final Javalin javalin;

    private ShopServer(Till till, Visits visits) {
        this.desk = new Desk(till, visits, new Pages());
        this.javalin = Javalin.create(this::configure);
    }

    /** @param port 0 for any that is free */
    static ShopServer start(Till till, int port) {
        return start(till, port, new Visits(Visits.MOST));
    }

    static ShopServer start(Till till, int port, Visits visits) {
        ShopServer server = new ShopServer(till, visits);
        server.javalin.start(HOST, port);
        return server;
    }

    String address() {
        return "http://" + HOST + ":" + javalin.port() + "/";
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = MOST_BYTES;
        RoutesConfig routes = config.routes;
        routes.before(this::guard);
        BasketDesk baskets = new BasketDesk(desk);
        baskets.on(routes);
        new CheckoutDesk(desk, baskets).on(routes);
        new AccountDesk(desk).on(routes);
        routes.get("/shop.css", ctx -> file(ctx, "shop.css", "text/css"));
        routes.get("/shop.js", ctx -> file(ctx, "shop.js", "text/javascript"));
        mistakes(routes);
    }

    /** No script, picture or form of anybody else's; no form without the token of the browser's own visit. */
    private void guard(Context ctx) {
        ctx.header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; "
                        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "same-origin");
        ctx.header("Cache-Control", "no-store");
        if (ctx.method().equals(HandlerType.POST)) {
            if (!same(desk.visit(ctx).token(), Desk.text(ctx, "token"))) {
                throw new HttpResponseException(
                        FORBIDDEN, "This page was too old to be sent. Please go back to the shop and try again.");
            }
            desk.visits().keep(ctx);
        }
    }

    private static boolean same(String expected, String sent) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    private static void file(Context ctx, String name, String type) {
        ctx.header("Cache-Control", "max-age=300");
        ctx.contentType(type).result(Pages.resource(name));
    }

    private void mistakes(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (e, ctx) -> {
            boolean unknown = e.getStatus() == NOT_FOUND;
            sorry(ctx, e.getStatus(), unknown ? "There is no such page here." : String.valueOf(e.getMessage()));
        });
        routes.exception(
                LoyaltyException.ConflictingRequestException.class,
                (e, ctx) -> sorry(
                        ctx,
                        CONFLICT,
                        "This order has been changed in another tab. Nothing was booked twice; your account shows what holds."));
        routes.exception(LoyaltyException.class, (e, ctx) -> fault(ctx, e));
        routes.exception(RuntimeException.class, (e, ctx) -> fault(ctx, e));
    }

    private void fault(Context ctx, RuntimeException e) {
        System.getLogger(ShopServer.class.getName()).log(System.Logger.Level.ERROR, "no answer to " + ctx.path(), e);
        sorry(ctx, FAULT, "Something went wrong on our side. Please try once more: nothing is booked twice.");
    }

    private void sorry(Context ctx, int status, String sentence) {
        ctx.status(status);
        desk.pages().show(ctx, "sorry", new SorryPage(desk.frame(ctx, "Sorry"), sentence));
    }

    @Override
    public void close() {
        javalin.stop();
    }

    /** When there is no other page to show. */
    record SorryPage(Frame frame, String sentence) {}
}
