package io.loyalty4j.shop;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.SortedMap;

/**
 * A member's profile. The last one enrolled stands; only the first enrolment is a posting. The profile is kept beside the journal, which holds no
 * personal data.
 */
public record Member(@NotNull MemberId member, Map<@Label String, @Label String> attributes) implements Command {

    public static Member of(MemberId member) {
        return new Member(member, Map.of());
    }

    /** What rules may ask of the member through {@code memberIs}: a segment, a country. */
    public Member with(String attribute, String value) {
        return new Member(member, Copies.plus(attributes, attribute, value));
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
