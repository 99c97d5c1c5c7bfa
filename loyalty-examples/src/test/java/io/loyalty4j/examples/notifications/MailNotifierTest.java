package io.loyalty4j.examples.notifications;

import static io.loyalty4j.examples.notifications.Happened.ANA;
import static io.loyalty4j.examples.notifications.Happened.NOW;
import static io.loyalty4j.examples.notifications.Happened.earned;
import static io.loyalty4j.examples.notifications.Happened.enrolled;
import static io.loyalty4j.examples.notifications.Happened.expiring;
import static io.loyalty4j.examples.notifications.Happened.voucher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.loyalty4j.examples.notifications.AddressBook.Addressee;
import io.loyalty4j.shop.Member;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail to a server that runs here. */
class MailNotifierTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailNotifier notifier(String address, Member profile) {
        return new MailNotifier(
                MailNotifier.server("127.0.0.1", server.getSmtp().getPort()),
                "bonus@shop.example",
                member -> Optional.of(Addressee.of(address, profile, BERLIN)));
    }

    private MailNotifier english() {
        return notifier("ana@example.org", Member.of(ANA));
    }

    private MailNotifier german() {
        return notifier("ana@example.org", Member.of(ANA).with("language", "de"));
    }

    private MimeMessage received() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private String text() throws Exception {
        return received().getContent().toString().replace("\r\n", "\n");
    }

    @Test
    void welcomesAMember() throws Exception {
        english().on(enrolled());

        assertThat(received().getSubject()).isEqualTo("Welcome to our bonus programme");
        assertThat(received().getAllRecipients()).extracting(Object::toString).containsExactly("ana@example.org");
        assertThat(received().getFrom()).extracting(Object::toString).containsExactly("bonus@shop.example");
        assertThat(received().getSentDate()).isEqualTo(Date.from(NOW));
        assertThat(text()).startsWith("Hello,\n\nyour account is open.");
    }

    @Test
    void writesUmlauts() throws Exception {
        german().on(enrolled());

        assertThat(received().getSubject()).isEqualTo("Schön, dass Sie dabei sind");
        assertThat(text()).contains("Ihr Konto ist eröffnet.");
        assertThat(received().getHeader("Content-Language")).containsExactly("de");
    }

    @Test
    void writesDatesAndNumbersAsTheMemberDoes() throws Exception {
        english().on(expiring(1_250));

        assertThat(received().getSubject()).isEqualTo("1,250 points lapse soon");
        assertThat(text()).contains("1,250 of your points can be used until March 31, 2026, and");
        server.purgeEmailFromAllMailboxes();
        german().on(expiring(1_250));

        assertThat(received().getSubject()).isEqualTo("1.250 Punkte verfallen demnächst");
        assertThat(text()).contains("1.250 Ihrer Punkte können noch bis zum 31. März 2026 eingelöst werden");
    }

    @Test
    void writesOfOnePointAsOfOne() throws Exception {
        german().on(expiring(1));

        assertThat(received().getSubject()).isEqualTo("Ein Punkt verfällt demnächst");
        assertThat(text()).contains("einer Ihrer Punkte kann noch");
    }

    @Test
    void writesTheCodeAndItsEndWhereTheMemberLives() throws Exception {
        english().on(voucher());

        assertThat(received().getSubject()).isEqualTo("A voucher for you");
        assertThat(text()).contains("    KX7Q-2M9P\n").contains("March 5, 2026").containsPattern("1:00\\hPM");
        server.purgeEmailFromAllMailboxes();
        german().on(voucher());

        assertThat(received().getSubject()).isEqualTo("Ein Gutschein für Sie");
        assertThat(text()).contains("    KX7Q-2M9P\n").contains("5. März 2026").contains("13:00");
    }

    @Test
    void writesEnglishToWhoHasNoTextsInTheirLanguage() throws Exception {
        notifier("ana@example.org", Member.of(ANA).with("language", "fr")).on(enrolled());

        assertThat(received().getSubject()).startsWith("Welcome");
    }

    @Test
    void writesOfNothingElseAndToNobodyWithoutAnAddress() throws Exception {
        english().on(earned());
        new MailNotifier(
                        MailNotifier.server("127.0.0.1", server.getSmtp().getPort()),
                        "bonus@shop.example",
                        member -> Optional.empty())
                .on(enrolled());

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void namesAMailByTheEventSoThatARepetitionIsRecognised() throws Exception {
        english().on(enrolled());
        english().on(enrolled());
        english().on(enrolled("a>b.c@d/é/1"));

        assertThat(server.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsExactly(
                        "<ana%2F1%2F0@shop.example>",
                        "<ana%2F1%2F0@shop.example>", "<a%3Eb%2Ec%40d%2F%E9%2F1@shop.example>");
    }

    @Test
    void refusesAddressesThatWouldWriteHeadersOrToOthers() {
        for (String address : new String[] {
            "ana@example.org\r\nBcc: eve@example.org",
            "ana@example.org, eve@example.org",
            "all: ana@example.org, eve@example.org;",
            "Ana <ana@example.org>",
            "ana",
            "",
            "ana@example.org\u0085x"
        }) {
            assertThatThrownBy(() -> notifier(address, Member.of(ANA)).on(enrolled()))
                    .as(address)
                    .isInstanceOf(AddressException.class);
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void throwsWhenTheServerIsDownSoThatItIsTriedAgain() throws Exception {
        MailNotifier notifier = english();
        server.stop();
        assertThatThrownBy(() -> notifier.on(enrolled())).isInstanceOf(MessagingException.class);

        server.start();
        english().on(enrolled());
        assertThat(received().getSubject()).startsWith("Welcome");
    }
}
