package io.loyalty4j.examples.notifications;

import io.loyalty4j.examples.notifications.AddressBook.Addressee;
import io.loyalty4j.notify.Channel;
import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.notify.LoyaltyEvent.Enrolled;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpiringSoon;
import io.loyalty4j.notify.LoyaltyEvent.VoucherIssued;
import io.loyalty4j.notify.Notifier;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/** Writes to members about the events of {@link Letter}; passes over all others. Thread-safe. */
public final class MailNotifier implements Notifier {
    private static final String TIME_OUT = "5000";

    private final Session session;
    private final InternetAddress from;
    private final AddressBook addresses;

    /**
     * Sends by way of a session, which knows the server, its password and its time-outs.
     *
     * @throws IllegalArgumentException if the sender's address is none
     */
    public MailNotifier(Session session, String from, AddressBook addresses) {
        this.session = session;
        this.addresses = addresses;
        try {
            this.from = address(from);
        } catch (AddressException e) {
            throw new IllegalArgumentException("no sender's address: " + from, e);
        }
    }

    /** A server without a password, which is given five seconds for each step. */
    public static Session server(String host, int port) {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", host);
        settings.setProperty("mail.smtp.port", Integer.toString(port));
        settings.setProperty("mail.smtp.connectiontimeout", TIME_OUT);
        settings.setProperty("mail.smtp.timeout", TIME_OUT);
        settings.setProperty("mail.smtp.writetimeout", TIME_OUT);
        return Session.getInstance(settings);
    }

    /** By which goes what there is a letter for and nothing else, so that nothing else uses up its caps. */
    public Channel channel(String name) {
        return Channel.of(name, this).only(Enrolled.class, PointsExpiringSoon.class, VoucherIssued.class);
    }

    @Override
    public void on(LoyaltyEvent event) throws MessagingException {
        Optional<Addressee> to = addresses.find(event.member());
        Optional<Letter> letter = to.flatMap(it -> Letter.of(event, it));
        if (to.isPresent() && letter.isPresent()) {
            Transport.send(message(event, to.get(), letter.get()));
        }
    }

    private MimeMessage message(LoyaltyEvent event, Addressee to, Letter letter) throws MessagingException {
        MimeMessage message = new NamedMessage(session, MessageId.of(event.id(), from));
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, address(to.address()));
        message.setSubject(letter.subject().replaceAll("\\p{Cntrl}+", " "), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Content-Language", to.language().toLanguageTag());
        message.setSentDate(Date.from(event.at()));
        return message;
    }

    /** Exactly one address, with nothing behind it that would be read as another header. */
    private static InternetAddress address(String text) throws AddressException {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new AddressException("an address with control characters");
        }
        InternetAddress address = new InternetAddress(text, true);
        address.validate();
        if (address.isGroup() || address.getPersonal() != null) {
            throw new AddressException("not a single plain address", text);
        }
        return address;
    }

    /** Jakarta Mail would give each attempt a Message-ID of its own. */
    private static final class NamedMessage extends MimeMessage {
        private final String id;

        NamedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
