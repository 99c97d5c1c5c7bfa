package io.loyalty4j.examples.notifications;

import static io.loyalty4j.examples.notifications.Happened.NOW;
import static io.loyalty4j.examples.notifications.Happened.enrolled;
import static io.loyalty4j.examples.notifications.Happened.expiring;
import static io.loyalty4j.examples.notifications.Happened.voucher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Requests from one end to the other, on this machine. */
class WebhookTest {
    private static final SecretKey OLD = secret("the old secret of 32 bytes, or so");
    private static final SecretKey NEW = secret("the new secret of 32 bytes, or so");
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<WebhookBody> done = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static SecretKey secret(String text) {
        return Signature.secret(text.getBytes(StandardCharsets.UTF_8));
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private WebhookNotifier sender(SecretKey secret, Instant now) {
        return new WebhookNotifier(at("/hook"), secret, A_WHILE, InstantSource.fixed(now));
    }

    private void receiver(SecretKey... secrets) {
        server.createContext("/hook", new WebhookReceiver(List.of(secrets), InstantSource.fixed(NOW), done::add));
    }

    private void answers(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    @Nested
    class TheReceiver {
        @Test
        void doesWhatItIsTold() throws Exception {
            receiver(NEW);

            sender(NEW, NOW).on(expiring(50));

            assertThat(done)
                    .containsExactly(new WebhookBody(
                            "ana/expiring/2026-03-31",
                            "PointsExpiringSoon",
                            "ana",
                            "2026-03-02T12:00:00Z",
                            new TreeMap<>(Map.of("points", "50", "lastDay", "2026-03-31")),
                            Optional.empty()));
        }

        @Test
        void doesItOnceHoweverOftenItIsTold() throws Exception {
            receiver(NEW);

            sender(NEW, NOW).on(enrolled());
            sender(NEW, NOW.plusSeconds(60)).on(enrolled());
            sender(NEW, NOW).on(expiring(1));

            assertThat(done).extracting(WebhookBody::id).containsExactly("ana/1/0", "ana/expiring/2026-03-31");
        }

        @Test
        void acceptsTheOldSecretWhileTheNewOneIsHandedOut() throws Exception {
            receiver(NEW, OLD);

            sender(OLD, NOW).on(enrolled());
            sender(NEW, NOW).on(voucher());

            assertThat(done).hasSize(2);
        }

        @Test
        void answers401ToASecretItDoesNotKnow() {
            receiver(NEW);

            assertThatThrownBy(() -> sender(OLD, NOW).on(enrolled()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the receiver answered 401 to ana/1/0");
            assertThat(done).isEmpty();
        }

        @Test
        void answers401ToWhatIsOlderThanFiveMinutesOrAheadOfItsTime() throws Exception {
            receiver(NEW);

            for (long seconds : new long[] {-301, 301}) {
                assertThatThrownBy(() -> sender(NEW, NOW.plusSeconds(seconds)).on(enrolled()))
                        .hasMessage("the receiver answered 401 to ana/1/0");
            }
            assertThat(done).isEmpty();
            sender(NEW, NOW.minusSeconds(300)).on(enrolled());
            assertThat(done).hasSize(1);
        }

        @Test
        void answers401ToABodyThatWasChangedOrIsNotSigned() throws Exception {
            receiver(NEW);
            byte[] body = WebhookBody.of(enrolled(), true).json();
            String signature = Signature.of(body, NEW, NOW).toString();

            assertThat(posted(body, signature)).isEqualTo(200);
            assertThat(posted(
                            (new String(body, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8),
                            signature))
                    .isEqualTo(401);
            assertThat(posted(body, signature.replace("t=1", "t=2"))).isEqualTo(401);
            assertThat(posted(body, "t=99999999999999999999,v1=x")).isEqualTo(401);
            assertThat(posted(body, "none")).isEqualTo(401);
        }

        @Test
        void answers400ToWhatIsSignedAndCannotBeRead() throws Exception {
            receiver(NEW);

            for (String text : List.of("", "{", "[]", "{\"id\":7}", "x".repeat(70_000))) {
                byte[] body = text.getBytes(StandardCharsets.UTF_8);
                assertThat(posted(body, Signature.of(body, NEW, NOW).toString()))
                        .isEqualTo(400);
            }
            assertThat(done).isEmpty();
        }

        private int posted(byte[] body, String signature) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(at("/hook"))
                    .header(Signature.HEADER, signature)
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        }

        @Test
        void isSentAgainWhatItCouldNotDo() throws Exception {
            List<String> tried = new ArrayList<>();
            answers("/hook", new WebhookReceiver(List.of(NEW), InstantSource.fixed(NOW), event -> {
                tried.add(event.id());
                if (tried.size() == 1) {
                    throw new IllegalStateException("the table is locked");
                }
            }));

            assertThatThrownBy(() -> sender(NEW, NOW).on(enrolled()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the receiver answered 500 to ana/1/0");
            sender(NEW, NOW).on(enrolled());
            sender(NEW, NOW).on(enrolled());

            assertThat(tried).containsExactly("ana/1/0", "ana/1/0");
        }
    }

    @Nested
    class TheSender {
        @Test
        void throwsWhenNobodyListens() {
            server.stop(0);

            assertThatThrownBy(() -> sender(NEW, NOW).on(enrolled()))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ConnectException.class);
        }

        @Test
        void followsNobodyElsewhere() {
            receiver(NEW);
            answers("/moved", exchange -> {
                exchange.getResponseHeaders().set("Location", at("/hook").toString());
                exchange.sendResponseHeaders(307, -1);
                exchange.close();
            });

            assertThatThrownBy(() ->
                            new WebhookNotifier(at("/moved"), NEW, A_WHILE, InstantSource.fixed(NOW)).on(enrolled()))
                    .hasMessage("the receiver answered 307 to ana/1/0");
            assertThat(done).isEmpty();
        }

        @Test
        void waitsForNoAnswerForEver() {
            CountDownLatch over = new CountDownLatch(1);
            answers("/slow", exchange -> {
                exchange.sendResponseHeaders(200, 10);
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                await(over);
                exchange.close();
            });

            assertThatThrownBy(() -> new WebhookNotifier(
                                    at("/slow"), NEW, Duration.ofMillis(300), InstantSource.fixed(NOW))
                            .on(enrolled()))
                    .isInstanceOf(TimeoutException.class);
            over.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Test
        void sendsACodeOnlyWhereNobodyReadsAlong() throws Exception {
            receiver(NEW);

            sender(NEW, NOW).on(voucher());

            assertThat(done).singleElement().satisfies(event -> {
                assertThat(event.code()).contains("KX7Q-2M9P");
                assertThat(event.toString()).doesNotContain("KX7Q-2M9P");
            });
            assertThat(new String(WebhookBody.of(voucher(), false).json(), StandardCharsets.UTF_8))
                    .doesNotContain("KX7Q-2M9P");
            assertThat(List.of("https://crm.example/x", "http://localhost/x", "http://127.0.0.1/", "http://[::1]:80/"))
                    .allMatch(address -> WebhookNotifier.keepsSecrets(URI.create(address)));
            assertThat(List.of("http://crm.example/x", "http://localhost.example/", "http://localhost@crm.example/"))
                    .noneMatch(address -> WebhookNotifier.keepsSecrets(URI.create(address)));
        }
    }
}
