package io.loyalty4j.notify;

import io.loyalty4j.store.Contact;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far somebody has come in a member's news.
 *
 * @param version of the posting whose events are told
 * @param told how many of them are told
 * @param attempts of the next one, that failed
 * @param channels those that have the next one
 */
record Place(long version, int told, int attempts, Set<String> channels) {
    static Place of(Contact.News news) {
        return new Place(news.from(), news.told(), news.attempts(), news.channels());
    }

    Place nextPosting() {
        return new Place(version + 1, 0, 0, Set.of());
    }

    Place nextEvent() {
        return new Place(version, told + 1, 0, Set.of());
    }

    Place on(String channel) {
        Set<String> more = new HashSet<>(channels);
        more.add(channel);
        return new Place(version, told, attempts, Set.copyOf(more));
    }

    Place failed() {
        return new Place(version, told, attempts + 1, channels);
    }

    /** What is left of news, whatever came to them meanwhile. */
    Optional<Contact.News> left(Optional<Contact.News> news) {
        return news.filter(one -> version <= one.through())
                .map(one -> new Contact.News(version, one.through(), told, attempts, channels));
    }
}
