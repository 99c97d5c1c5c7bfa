package io.loyalty4j.examples.notifications;

import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.notify.Notifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.SecretKey;

/**
 * Sends each event to another system as JSON with a {@link Signature}. An answer of 2xx is done; everything else throws, and the engine sends it again, with the
 * same id. Thread-safe.
 */
public final class WebhookNotifier implements Notifier {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI target;
    private final SecretKey secret;
    private final Duration timeLimit;
    private final InstantSource clock;

    /**
     * Sends to one address.
     *
     * @param timeLimit from the connection to the end of the answer
     * @throws IllegalArgumentException if it is no address of the web
     */
    public WebhookNotifier(URI target, SecretKey secret, Duration timeLimit, InstantSource clock) {
        HttpRequest.newBuilder(target);
        this.target = target;
        this.secret = secret;
        this.timeLimit = timeLimit;
        this.clock = clock;
    }

    @Override
    public void on(LoyaltyEvent event) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        byte[] body = WebhookBody.of(event, keepsSecrets(target)).json();
        HttpRequest request = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/json")
                .header(
                        Signature.HEADER,
                        Signature.of(body, secret, clock.instant()).toString())
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        int status = answered(client.sendAsync(request, BodyHandlers.discarding()));
        if (status < 200 || status > 299) {
            throw new IOException("the receiver answered " + status + " to " + event.id());
        }
    }

    /** The client's own time-out would end with the answer's first line, and wait for the rest of it for ever. */
    private int answered(CompletableFuture<HttpResponse<Void>> exchange)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return exchange.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } finally {
            exchange.cancel(true);
        }
    }

    /** Whether nobody on the way can read along; only then a voucher's code is sent. */
    static boolean keepsSecrets(URI target) {
        return "https".equalsIgnoreCase(target.getScheme()) || THIS_MACHINE.contains(target.getHost());
    }
}
