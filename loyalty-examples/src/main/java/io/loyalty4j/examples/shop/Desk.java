package io.loyalty4j.examples.shop;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What every page's handler needs: who is there, what they sent, how to answer. */
record Desk(Till till, Visits visits, Pages pages) {
    static final String HOW_MANY = "Please say how many.";

    private static final Pattern ID = Pattern.compile("[Sr]-[0-9A-F]{16}");
    private static final String SAID = "said";
    private static final int LONGEST = 200;

    Visit visit(Context ctx) {
        return visits.of(ctx);
    }

    Frame frame(Context ctx, String title) {
        Visit visit = visit(ctx);
        Optional<Visit.Word> word = Optional.ofNullable(ctx.queryParam(SAID)).flatMap(visit::word);
        return Frame.of(title, visit, word, till);
    }

    /** Has a sentence said on the page that comes next. */
    void say(Context ctx, String sentence) {
        ctx.attribute(SAID, visit(ctx).say(new Visit.Word(sentence, false)));
    }

    void sorry(Context ctx, String sentence) {
        ctx.attribute(SAID, visit(ctx).say(new Visit.Word(sentence, true)));
    }

    /** After a form a page is got, so that whoever loads it again sends nothing again. */
    void next(Context ctx, String path) {
        Optional<String> said = Optional.ofNullable(ctx.attribute(SAID));
        ctx.redirect(path + said.map(id -> "?" + SAID + "=" + id).orElse(""), HttpStatus.SEE_OTHER);
    }

    static String text(Context ctx, String field) {
        String sent = Optional.ofNullable(ctx.formParam(field)).orElse("").strip();
        return sent.length() > LONGEST ? sent.substring(0, LONGEST) : sent;
    }

    /** Zero or more; {@code otherwise} if it is no such number. */
    static int number(Context ctx, String field, int otherwise) {
        return number(ctx, field).orElse(otherwise);
    }

    /** Zero or more; empty if it is no such number. */
    static OptionalInt number(Context ctx, String field) {
        String sent = text(ctx, field);
        return sent.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(sent)) : OptionalInt.empty();
    }

    /** An id that one of our pages has given. */
    static String id(Context ctx, String field) {
        String sent = text(ctx, field);
        if (!ID.matcher(sent).matches()) {
            throw new BadRequestResponse(
                    "This page cannot be sent as it is. Please go back to the shop and try again.");
        }
        return sent;
    }

    /** The order of the address, if it is the customer's own. */
    ShopOrder order(Context ctx) {
        return till.orders().find(visit(ctx).member(), ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
    }
}
