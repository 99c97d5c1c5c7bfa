package io.loyalty4j.examples.notifications;

import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.earn.EarnRules.reward;
import static io.loyalty4j.examples.notifications.Happened.ANA;
import static io.loyalty4j.examples.notifications.Happened.NOW;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.examples.notifications.AddressBook.Addressee;
import io.loyalty4j.notify.Channel;
import io.loyalty4j.notify.Notifier;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.reward.VoucherKey;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.store.LoyaltyStore;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

/** From the till to the member: what is booked is told by the engine. */
class NotifiedShopTest {
    private static final byte[] BYTES = "not a secret, since it stands here".getBytes(StandardCharsets.UTF_8);
    private static final SecretKey SECRET = Signature.secret(BYTES);
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.named("notified")
            .currency("EUR")
            .zone("Europe/Berlin")
            .earn("base", points(1).per("1.00"))
            .earn("thanks", reward("thanks-5"))
            .reward("thanks-5", discount("5.00").free().withVoucher(Duration.ofDays(3)))
            .build();

    private final LoyaltyStore store = LoyaltyStore.inMemory();

    private LoyaltyEngine engine(Channel channel, Instant now) {
        return LoyaltyEngine.builder(PROGRAM)
                .store(store)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .voucherKey(VoucherKey.of(BYTES))
                .notifications(channel)
                .build();
    }

    private static void buys(LoyaltyEngine loyalty) {
        loyalty.purchase(Order.of(ANA, "A-1").currency("EUR").line(OrderLine.of("soap", "20.00")))
                .receipt();
    }

    @Test
    void aMemberIsWelcomedAndSentTheCodeByMail() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Member profile = Member.of(ANA).with("language", "de");
            MailNotifier mail = new MailNotifier(
                    MailNotifier.server("127.0.0.1", server.getSmtp().getPort()),
                    "bonus@shop.example",
                    member -> Optional.of(Addressee.of("ana@example.org", profile, ZoneOffset.UTC)));
            try (LoyaltyEngine loyalty = engine(mail.channel("email"), NOW)) {
                buys(loyalty);
                loyalty.runDue();
                loyalty.runDue();
            }

            assertThat(server.getReceivedMessages())
                    .extracting(MimeMessage::getSubject)
                    .containsExactly("Schön, dass Sie dabei sind", "Ein Gutschein für Sie");
        } finally {
            server.stop();
        }
    }

    @Test
    void anotherSystemThatIsAwayHearsEverythingOnceInItsOrderWhenItIsBack() throws Exception {
        List<WebhookBody> done = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/away", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.createContext("/there", new WebhookReceiver(List.of(SECRET), InstantSource.fixed(NOW), done::add));
        server.start();
        try {
            try (LoyaltyEngine loyalty = engine(Channel.of("crm", to(server, "/away")), NOW)) {
                buys(loyalty);
                assertThat(loyalty.runDue().told()).isZero();
            }
            try (LoyaltyEngine loyalty =
                    engine(Channel.of("crm", to(server, "/there")), NOW.plus(Duration.ofHours(3)))) {
                loyalty.runDue();
                loyalty.runDue();
            }

            assertThat(done)
                    .extracting(WebhookBody::kind)
                    .containsOnlyOnce("Enrolled", "PointsEarned", "VoucherIssued")
                    .startsWith("Enrolled");
            assertThat(done).extracting(WebhookBody::id).doesNotHaveDuplicates();
        } finally {
            server.stop(0);
        }
    }

    private static Notifier to(HttpServer server, String path) {
        URI target = URI.create("http://localhost:" + server.getAddress().getPort() + path);
        return new WebhookNotifier(target, SECRET, Duration.ofSeconds(5), InstantSource.fixed(NOW));
    }
}
