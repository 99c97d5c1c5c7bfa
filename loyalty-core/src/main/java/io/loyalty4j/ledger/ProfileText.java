package io.loyalty4j.ledger;

import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.util.TreeSet;

/** A member's profile as lines; what a command says of one leaves it out. */
final class ProfileText {
    private static final String BIRTHDAY = "birthday";
    private static final String PERSON = "person";
    private static final String ATTRIBUTE = "attribute";
    private static final String ZONE = "zone";
    private static final String CONSENT = "consent";

    private ProfileText() {}

    static void write(TextWriter text, Member profile) {
        profile.birthdayText().ifPresent(day -> text.line(BIRTHDAY, day));
        profile.person().ifPresent(person -> text.line(PERSON, person));
        text.lines(ATTRIBUTE, profile.attributes());
        profile.zoneText().ifPresent(zone -> text.line(ZONE, zone));
        profile.consents().stream().sorted().forEach(channel -> text.line(CONSENT, channel));
    }

    static Member read(MemberId member, TextReader text) {
        return new Member(
                member,
                text.optional(BIRTHDAY, TextFields::text),
                text.optional(PERSON, TextFields::text),
                text.map(ATTRIBUTE, TextFields::text, TextFields::text),
                text.optional(ZONE, TextFields::text),
                new TreeSet<>(text.each(CONSENT, TextFields::text)));
    }
}
