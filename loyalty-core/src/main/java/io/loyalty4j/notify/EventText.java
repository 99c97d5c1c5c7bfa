package io.loyalty4j.notify;

import io.loyalty4j.notify.LoyaltyEvent.About;
import io.loyalty4j.shop.MemberId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A reminder's event as plain text, for those that wait or were put aside: no posting says them again. */
final class EventText {
    private static final String ID = "~id";
    private static final String AT = "~at";
    private static final String CLASS = "~class";
    private static final String POINTS = "~points";
    private static final String REWARDS = "~rewards";

    private final Map<String, String> facts;

    private EventText(Map<String, String> facts) {
        this.facts = facts;
    }

    /** What the event says, and under names that begin with {@code ~} what else is needed to read it. */
    static SortedMap<String, String> of(LoyaltyEvent event) {
        SortedMap<String, String> text = new TreeMap<>(event.facts());
        text.put(ID, event.id());
        text.put(AT, event.at().toString());
        text.put(CLASS, event.messageClass().name());
        gift(event).ifPresent(gift -> {
            text.put(POINTS, Long.toString(gift.points()));
            text.put(REWARDS, String.join(" ", gift.rewards()));
        });
        return text;
    }

    private static Optional<MomentGift> gift(LoyaltyEvent event) {
        return Stream.of(
                        as(LoyaltyEvent.ThankYouDue.class, event).map(LoyaltyEvent.ThankYouDue::gift),
                        as(LoyaltyEvent.Birthday.class, event).map(LoyaltyEvent.Birthday::gift),
                        as(LoyaltyEvent.Anniversary.class, event).map(LoyaltyEvent.Anniversary::gift),
                        as(LoyaltyEvent.Dormant.class, event).map(LoyaltyEvent.Dormant::gift),
                        as(LoyaltyEvent.Surprise.class, event).map(LoyaltyEvent.Surprise::gift))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static <E extends LoyaltyEvent> Optional<E> as(Class<E> kind, LoyaltyEvent event) {
        return Optional.of(event).filter(kind::isInstance).map(kind::cast);
    }

    /**
     * The event that says this; empty if it is none of a reminder, or cannot be read.
     *
     * @param kind as {@link LoyaltyEvent#kind} says it
     */
    static Optional<LoyaltyEvent> event(MemberId member, String kind, SortedMap<String, String> facts) {
        EventText text = new EventText(facts);
        try {
            About about =
                    new About(text.at(ID), member, Instant.parse(text.at(AT)), MessageClass.valueOf(text.at(CLASS)));
            return Optional.of(text.read(kind, about));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private LoyaltyEvent read(String kind, About about) {
        return switch (kind) {
            case "PointsExpiringSoon" ->
                new LoyaltyEvent.PointsExpiringSoon(about, Long.parseLong(at("points")), day("lastDay"));
            case "RewardExpiring" -> new LoyaltyEvent.RewardExpiring(about, at("reward"), day("lastDay"));
            case "TierKept" -> new LoyaltyEvent.TierKept(about, at("tier"), day("lastDay"));
            case "TierAtRisk" ->
                new LoyaltyEvent.TierAtRisk(about, at("tier"), new BigDecimal(at("missing")), day("by"));
            case "ThankYouDue" -> new LoyaltyEvent.ThankYouDue(about, at("moment"), at("order"), gift());
            case "Surprise" -> new LoyaltyEvent.Surprise(about, at("moment"), at("order"), gift());
            case "Birthday" -> new LoyaltyEvent.Birthday(about, at("moment"), gift());
            case "Anniversary" ->
                new LoyaltyEvent.Anniversary(about, at("moment"), Integer.parseInt(at("years")), gift());
            case "Dormant" -> new LoyaltyEvent.Dormant(about, at("moment"), day("lastOrder"), gift());
            default -> throw new IllegalArgumentException(kind + " is no reminder");
        };
    }

    private String at(String name) {
        String value = facts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return value;
    }

    private LocalDate day(String name) {
        return LocalDate.parse(at(name));
    }

    private MomentGift gift() {
        String rewards = at(REWARDS);
        return new MomentGift(Long.parseLong(at(POINTS)), rewards.isEmpty() ? List.of() : List.of(rewards.split(" ")));
    }
}
