package io.loyalty4j.examples.notifications;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.crypto.SecretKey;

/**
 * The other end of a {@link WebhookNotifier}, for the JDK's own server. 200: done, now or before. 401: the signature is wrong or too old. 400: signed, but nothing
 * to read. 500: it could not be done, and may be sent again. Thread-safe.
 */
public final class WebhookReceiver implements HttpHandler {
    private static final int LONGEST_BODY = 64 * 1024;

    private final List<SecretKey> secrets;
    private final InstantSource clock;
    private final SeenEvents seen = new SeenEvents();
    private final Consumer<WebhookBody> action;

    /**
     * Does something once for each event.
     *
     * @param secrets all that are accepted: the new and the old one, while the sender changes them
     */
    public WebhookReceiver(List<SecretKey> secrets, InstantSource clock, Consumer<WebhookBody> action) {
        this.secrets = List.copyOf(secrets);
        this.clock = clock;
        this.action = action;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status(exchange), -1);
        }
    }

    private int status(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        String signature = Optional.ofNullable(exchange.getRequestHeaders().getFirst(Signature.HEADER))
                .orElse("");
        if (!exchange.getRequestMethod().equals("POST") || body.length > LONGEST_BODY) {
            return 400;
        }
        return Signature.holds(signature, body, secrets, clock.instant()) ? done(body) : 401;
    }

    private int done(byte[] body) {
        try {
            WebhookBody event = WebhookBody.read(body);
            seen.once(event.id(), () -> action.accept(event));
            return 200;
        } catch (IOException unreadable) {
            return 400;
        } catch (RuntimeException failed) {
            return 500;
        }
    }
}
