package io.loyalty4j.examples.notifications;

import io.loyalty4j.examples.notifications.AddressBook.Addressee;
import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.notify.LoyaltyEvent.Enrolled;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpiringSoon;
import io.loyalty4j.notify.LoyaltyEvent.VoucherIssued;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What a member reads of an event, in their language. The texts are in {@code letters.properties}, the German ones in {@code letters_de.properties}. */
record Letter(String subject, String text) {
    private static final String TEXTS = Letter.class.getPackageName() + ".letters";

    /** English for languages without texts, whatever the machine's own language is. */
    private static final Control AS_ASKED = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** Empty for events that nobody is written about. */
    static Optional<Letter> of(LoyaltyEvent event, Addressee to) {
        if (event instanceof Enrolled) {
            return Optional.of(of(event, to, new Object[0]));
        }
        if (event instanceof PointsExpiringSoon soon) {
            String lastDay = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(to.language())
                    .format(soon.lastDay());
            return Optional.of(of(event, to, soon.points(), lastDay));
        }
        if (event instanceof VoucherIssued voucher) {
            String end = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                    .withLocale(to.language())
                    .format(voucher.until().atZone(to.zone()));
            return Optional.of(of(event, to, voucher.code(), end));
        }
        return Optional.empty();
    }

    private static Letter of(LoyaltyEvent event, Addressee to, Object... facts) {
        ResourceBundle texts = ResourceBundle.getBundle(TEXTS, to.language(), AS_ASKED);
        return new Letter(
                filled(texts.getString(event.kind() + ".subject"), to, facts),
                filled(texts.getString(event.kind() + ".text"), to, facts));
    }

    private static String filled(String pattern, Addressee to, Object... facts) {
        return new MessageFormat(pattern, to.language()).format(facts);
    }
}
