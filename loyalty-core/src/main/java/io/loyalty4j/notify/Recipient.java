package io.loyalty4j.notify;

import io.loyalty4j.shop.Member;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Whom a message is for.
 *
 * @param profile empty if the member has none, and so agreed to nothing
 * @param programZone where days begin for those who do not say where they live
 */
record Recipient(Optional<Member> profile, ZoneId programZone) {
    boolean consents(Channel.Way way) {
        return profile.map(Member::consents)
                .filter(consents -> way.anyConsent() ? !consents.isEmpty() : consents.contains(way.name()))
                .isPresent();
    }

    ZoneId zone() {
        return profile.flatMap(Member::zone).orElse(programZone);
    }
}
