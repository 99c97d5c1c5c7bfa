package io.loyalty4j.examples.notifications;

import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** The shop's own list of whom to write to. Loyalty4j knows no addresses. */
@FunctionalInterface
public interface AddressBook {
    /** Empty if the member is not written to. */
    Optional<Addressee> find(MemberId member);

    /**
     * Whom to write to.
     *
     * @param address one, such as {@code ana@example.org}
     * @param language of the text, its dates and its numbers
     * @param zone for times of day
     */
    record Addressee(String address, Locale language, ZoneId zone) {
        /** In the language that the profile's attribute {@code language} names, such as {@code de}; in English if it names none. */
        public static Addressee of(String address, Member profile, ZoneId programZone) {
            String language = profile.attributes().getOrDefault("language", "en");
            return new Addressee(
                    address, Locale.forLanguageTag(language), profile.zone().orElse(programZone));
        }
    }
}
