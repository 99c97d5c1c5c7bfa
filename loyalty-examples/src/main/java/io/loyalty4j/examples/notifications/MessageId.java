package io.loyalty4j.examples.notifications;

import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.stream.Collectors;

/** The name of a mail by RFC 5322, for which an event's id has the wrong characters. */
final class MessageId {
    private MessageId() {}

    /** The same for the same event, and another for another one: {@code <ana%2F7%2F0@shop.example>}. */
    static String of(String event, InternetAddress from) {
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        return "<" + event.chars().mapToObj(MessageId::escaped).collect(Collectors.joining()) + "@" + domain + ">";
    }

    private static String escaped(int character) {
        boolean plain = character == '-'
                || (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z');
        return plain ? Character.toString(character) : String.format(Locale.ROOT, "%%%02X", character);
    }
}
