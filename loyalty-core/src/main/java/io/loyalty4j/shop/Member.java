package io.loyalty4j.shop;

import jakarta.validation.constraints.NotNull;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A member's profile. The last one enrolled stands; only the first enrolment is a posting. The profile is kept beside the journal, which holds no
 * personal data.
 *
 * @param birthdayText as it was written; {@link #birthday()} reads it
 * @param person the shop's own pseudonym of the person, the same for all memberships of one
 * @param zoneText as it was written; {@link #zone()} reads it
 * @param consents the channels on which the member agreed to be sent what they did not ask for
 */
@ConsistentMember
public record Member(
        @NotNull MemberId member,
        Optional<String> birthdayText,
        Optional<@Identifier String> person,
        Map<@Label String, @Label String> attributes,
        Optional<String> zoneText,
        Set<@Identifier String> consents)
        implements Command {
    private static final String DAY_OF_THE_YEAR =
            "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9])";

    public Member {
        consents = Set.copyOf(consents);
    }

    public static Member of(MemberId member) {
        return new Member(member, Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Set.of());
    }

    /** Without a year, which no rule needs: {@code 02-29} for the 29th of February, kept on the 28th in common years. */
    public Member birthday(String monthAndDay) {
        return new Member(member, Optional.of(monthAndDay), person, attributes, zoneText, consents);
    }

    public Member person(String pseudonym) {
        return new Member(member, birthdayText, Optional.of(pseudonym), attributes, zoneText, consents);
    }

    /** What rules may ask of the member through {@code memberIs}: a segment, a country. */
    public Member with(String attribute, String value) {
        return new Member(member, birthdayText, person, Copies.plus(attributes, attribute, value), zoneText, consents);
    }

    /**
     * Where the member lives, for birthdays and quiet hours; the program's zone unless it is said. Promises go by the program's zone in any case.
     *
     * @param id such as {@code Europe/Paris}
     */
    public Member zone(String id) {
        return new Member(member, birthdayText, person, attributes, Optional.of(id), consents);
    }

    /**
     * Agrees to be sent offers and reminders; what the member must know (points, vouchers they paid for) is sent without. The channels named last stand.
     *
     * @param channels as the engine's notifications name them; none to withdraw
     */
    public Member consentsTo(String... channels) {
        return new Member(member, birthdayText, person, attributes, zoneText, Set.copyOf(List.of(channels)));
    }

    /** Empty if none was given, or nothing that is a day. */
    public Optional<MonthDay> birthday() {
        return birthdayText.filter(text -> text.matches(DAY_OF_THE_YEAR)).map(text -> MonthDay.parse("--" + text));
    }

    /** Empty if none was given, or nothing that is a zone. */
    public Optional<ZoneId> zone() {
        return zoneText.flatMap(Days::zone);
    }

    @Override
    public String requestId() {
        return "enrol";
    }

    @Override
    public SortedMap<String, String> facts() {
        return new Facts().put("enrol", "yes").sorted();
    }
}
