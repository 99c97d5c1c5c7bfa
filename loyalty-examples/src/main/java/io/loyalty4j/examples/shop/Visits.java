package io.loyalty4j.examples.shop;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Knows browsers by a cookie that says nothing but which one it is. One that has only looked is not kept: the token in its pages is worked out from its cookie. Of
 * too many that have sent a form, the ones that were away longest are forgotten. Thread-safe.
 */
final class Visits {
    static final int MOST = 10_000;

    private static final String COOKIE = "visit";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{48}");
    private static final String MAC = "HmacSHA256";
    private static final float LOAD = 0.75f;

    private final SecretKeySpec key = new SecretKeySpec(Ids.secret().getBytes(StandardCharsets.US_ASCII), MAC);
    private final Map<String, Visit> all;

    Visits(int most) {
        this.all = Collections.synchronizedMap(new LinkedHashMap<>(16, LOAD, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Visit> eldest) {
                return size() > most;
            }
        });
    }

    Visit of(Context ctx) {
        Optional<Visit> begun = Optional.ofNullable(ctx.attribute(COOKIE));
        return begun.orElseGet(() -> {
            Optional<String> known = id(ctx);
            String id = known.orElseGet(Ids::secret);
            Visit visit = Optional.ofNullable(all.get(id)).orElseGet(() -> new Visit(token(id)));
            if (known.isEmpty()) {
                name(ctx, id);
            }
            ctx.attribute(COOKIE, visit);
            return visit;
        });
    }

    /** From now on the browser's next request finds what this one leaves. */
    void keep(Context ctx) {
        Visit visit = of(ctx);
        id(ctx).ifPresent(id -> ctx.attribute(COOKIE, all.computeIfAbsent(id, unknown -> visit)));
    }

    /** Under another name from now on, so that one that was known before is worth nothing. */
    void signIn(Context ctx, Optional<Customer> customer) {
        String id = Ids.secret();
        Visit next = of(ctx).of(customer, token(id));
        id(ctx).ifPresent(all::remove);
        all.put(id, next);
        name(ctx, id);
        ctx.attribute(COOKIE, next);
    }

    private static Optional<String> id(Context ctx) {
        return Optional.ofNullable(ctx.cookie(COOKIE))
                .filter(sent -> ID.matcher(sent).matches());
    }

    /** Not for https alone, as the shop is at http://localhost; one that others can reach has true in the place of the first false. */
    private static void name(Context ctx, String id) {
        ctx.cookie(new Cookie(COOKIE, id, "/", -1, false, true, null, SameSite.LAX));
    }

    /** Nobody else can tell it, though they know how it is made: the key is another one whenever the shop opens. */
    private String token(String id) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
