package io.loyalty4j.notify;

import io.loyalty4j.shop.Member;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeMap;

/** A member who is sent what the channels let through, and whose history is kept as text between two messages. */
final class Inbox {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Channel channel;
    private final Recipient recipient;
    private TreeMap<String, String> memory = new TreeMap<>();

    Inbox(Channel channel, Optional<Member> profile) {
        this.channel = ChannelCheck.valid(channel);
        this.recipient = new Recipient(profile, BERLIN);
    }

    /** Of a member in Berlin who agreed to these channels. */
    static Inbox of(Channel channel, String... consents) {
        return new Inbox(channel, Optional.of(Member.of(Events.ANA).consentsTo(consents)));
    }

    Sent sent() {
        return Sent.of(memory);
    }

    Verdict asks(String name, LoyaltyEvent event, Instant now) {
        return route(name).decide(event, recipient, sent(), now);
    }

    /** Asks, and remembers what went. */
    Verdict tells(String name, LoyaltyEvent event, Instant now) {
        Verdict verdict = asks(name, event, now);
        Sent then = verdict instanceof Verdict.Send ? sent().plus(route(name), event, now) : sent();
        memory = new TreeMap<>(
                then.pruned(channel.routes(), recipient.zone(), now).in(memory));
        return verdict;
    }

    Verdict tells(String name, LoyaltyEvent event, String berlinTime) {
        return tells(name, event, berlin(berlinTime));
    }

    static Instant berlin(String time) {
        return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
    }

    private Route route(String name) {
        return channel.routes().stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
