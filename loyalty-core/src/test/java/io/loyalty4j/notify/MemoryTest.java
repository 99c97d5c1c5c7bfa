package io.loyalty4j.notify;

import static io.loyalty4j.ledger.Shop.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Account;
import io.loyalty4j.notify.LoyaltyEvent.About;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered, and events that wait, survive being written down. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MemoryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);
    private static final About ABOUT = new About("ana/~m/c", ANA, NOON, MessageClass.MARKETING);

    private static Memory full() {
        return new Memory(
                Optional.of(new KnownBirthday(Optional.of(MonthDay.of(2, 29)), NOON)),
                Optional.of(new HeldTier("GOLD plus", Optional.of(DAY))),
                List.of(new Told("soon", "thanks/2026-02-28", NOON, NOON.plusSeconds(5))),
                List.of(new Placed("A/1%", NOON)),
                List.of(new Planned("thanks", "A/1%", NOON)),
                new TreeMap<>(Map.of("cap email", "3")));
    }

    @Test
    void a_memory_reads_what_it_wrote() {
        assertThat(Memory.of(full().text())).isEqualTo(full());
        assertThat(Memory.of(Memory.NOTHING.text())).isEqualTo(Memory.NOTHING);
        Memory unknown = Memory.NOTHING
                .knowing(Optional.empty(), Account.of(ANA), NOON)
                .holding(new HeldTier("", Optional.empty()));
        assertThat(Memory.of(unknown.text())).isEqualTo(unknown);
    }

    @Test
    void a_memory_is_words_that_people_can_read() {
        assertThat(full().text())
                .containsEntry("birthday", "02-29 2026-03-01T12:00:00Z")
                .containsEntry("tier", "2026-02-28 GOLD plus")
                .containsEntry("told soon thanks/2026-02-28", "2026-03-01T12:00:00Z 2026-03-01T12:00:05Z")
                .containsEntry("order A/1%", "2026-03-01T12:00:00Z")
                .containsEntry("planned thanks A/1%", "2026-03-01T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "  ", "x", "x y", "02-30 2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z x", "x x x"})
    void a_memory_leaves_out_what_it_cannot_read(String words) {
        SortedMap<String, String> text = new TreeMap<>(full().text());
        List.of("birthday", "tier", "told a b", "order c", "planned d e").forEach(name -> text.put(name, words));
        Memory memory = Memory.of(text);
        assertThat(memory.told()).hasSize(1);
        assertThat(memory.orders()).hasSize(1);
        assertThat(memory.planned()).hasSize(1);
        assertThat(memory.birthday()).isEmpty();
    }

    @Test
    void a_memory_keeps_what_others_have_written() {
        SortedMap<String, String> text = new TreeMap<>();
        text.put("", "nothing");
        text.put("later version", "word");
        assertThat(Memory.of(text).text()).isEqualTo(text);
    }

    @Test
    void a_memory_is_bounded() {
        Memory memory = Memory.NOTHING;
        for (int i = 0; i < 500; i++) {
            memory = memory.telling(new Told("m" + i % 3, "c" + i, NOON.plusSeconds(i), NOON.plusSeconds(600)))
                    .ordering(new Placed("A-" + i, NOON.plusSeconds(i)))
                    .planning(new Planned("m", "A-" + i, NOON.plusSeconds(i)));
        }
        assertThat(memory.told()).hasSize(Memory.MOST_TOLD);
        assertThat(memory.told("m1", "c499")).isTrue();
        assertThat(memory.told("m1", "c1")).isFalse();
        assertThat(memory.orders())
                .hasSize(Memory.MOST_ORDERS)
                .last()
                .isEqualTo(new Placed("A-499", NOON.plusSeconds(499)));
        assertThat(memory.planned()).hasSize(Memory.MOST_PLANNED).first().isEqualTo(new Planned("m", "A-0", NOON));
    }

    @Test
    void what_was_told_last_of_a_moment_is_never_forgotten_and_the_rest_once_it_means_nothing() {
        Memory memory = Memory.NOTHING
                .telling(new Told("m", "old", NOON, NOON.plusSeconds(10)))
                .telling(new Told("m", "last", NOON.plusSeconds(1), NOON.plusSeconds(10)))
                .telling(new Told("gone", "last", NOON, NOON.plusSeconds(10)))
                .telling(new Told("gone", "lasting", NOON, NOON.plusSeconds(11)));
        assertThat(memory.forgetting(Set.of("m"), NOON.plusSeconds(10)).told())
                .extracting(Told::cause)
                .containsExactly("lasting", "last");
    }

    static Stream<LoyaltyEvent> reminders() {
        List<LoyaltyEvent> events = new ArrayList<>();
        events.add(new LoyaltyEvent.PointsExpiringSoon(ABOUT, 12, DAY));
        events.add(new LoyaltyEvent.RewardExpiring(ABOUT, "thanks,5", DAY));
        events.add(new LoyaltyEvent.TierAtRisk(ABOUT, "GOLD plus", new BigDecimal("12.50"), LocalDate.MAX));
        events.add(new LoyaltyEvent.TierKept(
                new About("ana/~~tier-kept/c", ANA, NOON, MessageClass.TRANSACTIONAL), "GOLD", DAY));
        for (MomentGift gift : List.of(
                MomentGift.NOTHING, new MomentGift(250, List.of()), new MomentGift(7, List.of("a,b", "5points")))) {
            events.add(new LoyaltyEvent.ThankYouDue(ABOUT, "m", "A-1", gift));
            events.add(new LoyaltyEvent.Surprise(ABOUT, "m", "A-1", gift));
            events.add(new LoyaltyEvent.Birthday(ABOUT, "m", gift));
            events.add(new LoyaltyEvent.Anniversary(ABOUT, "m", 3, gift));
            events.add(new LoyaltyEvent.Dormant(ABOUT, "m", DAY, gift));
        }
        return events.stream();
    }

    @ParameterizedTest
    @MethodSource("reminders")
    void a_reminder_reads_what_it_wrote(LoyaltyEvent event) {
        assertThat(EventText.event(ANA, event.kind(), EventText.of(event))).contains(event);
    }

    @ParameterizedTest
    @MethodSource("reminders")
    void a_reminder_of_which_a_word_is_missing_or_wrong_is_none(LoyaltyEvent event) {
        SortedMap<String, String> text = EventText.of(event);
        for (String name : List.of("~id", "~at", "~class")) {
            SortedMap<String, String> less = new TreeMap<>(text);
            less.remove(name);
            assertThat(EventText.event(ANA, event.kind(), less)).as(name).isEmpty();
        }
        text.put("~at", "yesterday");
        assertThat(EventText.event(ANA, event.kind(), text)).isEmpty();
    }

    @Test
    void what_a_posting_says_is_read_off_the_posting() {
        LoyaltyEvent event = new LoyaltyEvent.PointsEarned(ABOUT, 5, 0);
        assertThat(EventText.event(ANA, event.kind(), EventText.of(event))).isEmpty();
    }
}
