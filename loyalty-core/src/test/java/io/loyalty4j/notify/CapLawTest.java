package io.loyalty4j.notify;

import static io.loyalty4j.shop.Window.rolling;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.laws.Chance;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random members, channels and messages, some at instants before the last, against a count of all that went. */
class CapLawTest {
    private static final int LIVES = 150;
    private static final int MESSAGES = 80;
    private static final List<String> NAMES = List.of("email", "push", "sms");
    private static final List<Window> WINDOWS = List.of(
            Window.DAY,
            Window.WEEK,
            Window.MONTH,
            Window.QUARTER,
            Window.YEAR,
            Window.LIFETIME,
            rolling(Period.ofDays(3)),
            rolling(Period.ofDays(30)),
            rolling(Duration.ofHours(5)),
            rolling(Duration.ofHours(24)),
            rolling(Duration.ofMillis(1)));

    private final TreeMap<String, Integer> seen = new TreeMap<>();

    private record Message(String channel, Instant at) {}

    @Test
    void noPeriodOfAnyCapHasMoreMarketingMessagesThanItAllows() {
        long seed = Chance.seed();
        for (int i = 0; i < LIVES; i++) {
            long own = Chance.seed(seed, i);
            live(Chance.of(own), "loyalty4j.laws.seed=" + own);
        }
        assertThat(seen)
                .as("what came to pass")
                .containsOnlyKeys("HoldBack", "Send", "Wait", "transactional")
                .allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(100));
    }

    private void live(Chance chance, String seed) {
        Channel channel = ChannelCheck.valid(channel(chance));
        ZoneId zone = ZoneId.of(chance.of("Europe/Berlin", "America/New_York", "Asia/Kathmandu"));
        Inbox inbox = new Inbox(
                channel,
                Optional.of(Member.of(Events.ANA).zone(zone.getId()).consentsTo(NAMES.toArray(String[]::new))));
        List<Message> went = new ArrayList<>();
        Instant now = Instant.parse("2026-03-20T00:00:00Z");
        for (int i = 0; i < MESSAGES; i++) {
            now = now.plusMillis(chance.of(0L, 1L, hours(chance, 1), hours(chance, 30), hours(chance, 900)));
            Instant at = chance.percent(10) ? now.minusMillis(hours(chance, 3)) : now;
            LoyaltyEvent event = chance.percent(20) ? Events.earned() : Events.expiring(i);
            Route route = chance.of(channel.routes());
            one(inbox, new Message(route.name(), at), event, went, seed);
        }
        channel.routes().forEach(route -> keepsItsCaps(route, went, zone, seed));
    }

    private void one(Inbox inbox, Message message, LoyaltyEvent event, List<Message> went, String seed) {
        Sent before = inbox.sent();
        Verdict asked = inbox.asks(message.channel(), event, message.at());
        assertThat(inbox.asks(message.channel(), event, message.at())).as(seed).isEqualTo(asked);
        assertThat(inbox.sent()).as(seed).isEqualTo(before);
        assertThat(inbox.tells(message.channel(), event, message.at())).as(seed).isEqualTo(asked);
        if (event.messageClass() == MessageClass.TRANSACTIONAL) {
            assertThat(asked).as(seed).isEqualTo(new Verdict.Send());
            seen.merge("transactional", 1, Integer::sum);
            return;
        }
        seen.merge(asked.getClass().getSimpleName(), 1, Integer::sum);
        if (asked instanceof Verdict.Send) {
            went.add(message);
        }
        if (asked instanceof Verdict.Wait wait) {
            assertThat(wait.until()).as(seed).isAfter(message.at());
            assertThat(inbox.asks(message.channel(), event, wait.until()))
                    .as(seed)
                    .isNotInstanceOf(Verdict.Wait.class);
        }
    }

    /** Each message that went is the first of a period, or in the middle of one: none of them has too many. */
    private static void keepsItsCaps(Route route, List<Message> went, ZoneId zone, String seed) {
        for (Route.Scope scope : route.scopes()) {
            List<Instant> counted = went.stream()
                    .filter(message -> scope.channels().contains(message.channel()))
                    .map(Message::at)
                    .toList();
            for (Cap cap : scope.terms().caps()) {
                for (Instant first : counted) {
                    assertThat(counted.stream().filter(at -> inPeriodFrom(first, at, cap.window(), zone)))
                            .as("%s: %s of %s by %s", seed, cap, first, scope.channels())
                            .hasSizeLessThanOrEqualTo(cap.messages());
                }
            }
        }
    }

    private static boolean inPeriodFrom(Instant first, Instant at, Window window, ZoneId zone) {
        if (window.hours().isPresent()) {
            return !at.isBefore(first) && at.isBefore(first.plus(window.hours().get()));
        }
        LocalDate firstDay = first.atZone(zone).toLocalDate();
        LocalDate day = at.atZone(zone).toLocalDate();
        LocalDate begin = window.days().isPresent() ? firstDay : window.startOf(firstDay);
        LocalDate end = window.days().isPresent() ? firstDay.plus(window.days().get()) : window.nextAfter(firstDay);
        return !day.isBefore(begin) && day.isBefore(end);
    }

    private static Channel channel(Chance chance) {
        List<Channel> leaves = chance.shuffled(NAMES).stream()
                .map(name -> limited(Channel.of(name, event -> {}), chance))
                .toList();
        Channel pair = limited(Channel.together(leaves.get(0), leaves.get(1)), chance);
        return limited(Channel.together(pair, leaves.get(2)), chance);
    }

    private static Channel limited(Channel channel, Chance chance) {
        Channel limited = channel;
        while (chance.percent(50)) {
            limited = limited.atMost(chance.between(1, 6), chance.of(WINDOWS));
        }
        return chance.percent(20) ? limited.quietBetween(chance.of("20:00", "21:30", "02:30"), "07:00") : limited;
    }

    private static long hours(Chance chance, int most) {
        return chance.below(most * 3_600_000L);
    }
}
