package io.loyalty4j.examples.shop;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Knows browsers by a cookie that says nothing but which one it is. Of too many, the ones that came first are forgotten. Thread-safe. */
final class Visits {
    private static final String COOKIE = "visit";
    private static final int MOST = 10_000;

    private final Map<String, Visit> all = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Visit> eldest) {
            return size() > MOST;
        }
    });

    Visit of(Context ctx) {
        Optional<Visit> begun = Optional.ofNullable(ctx.attribute(COOKIE));
        return begun.or(() -> Optional.ofNullable(ctx.cookie(COOKIE)).map(all::get))
                .orElseGet(() -> begin(ctx, new Visit()));
    }

    /** Under another name from now on, so that one that was known before is worth nothing. */
    void signIn(Context ctx, Optional<Customer> customer) {
        Visit next = of(ctx).of(customer);
        Optional.ofNullable(ctx.cookie(COOKIE)).ifPresent(all::remove);
        begin(ctx, next);
    }

    private Visit begin(Context ctx, Visit visit) {
        String id = Ids.secret();
        all.put(id, visit);
        Cookie cookie = new Cookie(COOKIE, id, "/", -1, false, true, null, SameSite.LAX);
        ctx.attribute(COOKIE, visit);
        ctx.cookie(cookie);
        return visit;
    }
}
