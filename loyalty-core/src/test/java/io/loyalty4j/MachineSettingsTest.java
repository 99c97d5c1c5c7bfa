package io.loyalty4j;

import static io.loyalty4j.earn.Conditions.brand;
import static io.loyalty4j.earn.Conditions.weekday;
import static io.loyalty4j.earn.EarnRules.multiplier;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Activity;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Refund;
import io.loyalty4j.store.LoyaltyStore;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One script under the settings of many machines: hashes, texts and mistakes are the same to the letter. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class MachineSettingsTest {
    private static final MemberId ANA = MemberId.of("ana");

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void the_settings_are_restored() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ar-EG", "ar-EG-u-nu-arab", "th-TH", "th-TH-u-ca-buddhist-nu-thai", "tr-TR", "hi-IN-u-nu-deva"})
    void a_machine_elsewhere_writes_the_same_journal_and_says_the_same_words(String language) {
        set("en-US", "UTC");
        List<String> here = script();

        set(language, "Asia/Kathmandu");
        assertThat(script()).isEqualTo(here);
    }

    @Test
    void the_script_does_what_it_is_for() {
        set("en-US", "UTC");

        assertThat(script())
                .anyMatch(line -> line.contains("needs 500 points"))
                .anyMatch(line -> line.contains("weekend"))
                .anyMatch(line -> line.contains("1286.775 USD to pay"))
                .anyMatch(line -> line.startsWith("TIME"))
                .anyMatch(line -> line.contains("must be at least 0"))
                .contains("sound true");
    }

    private static void set(String language, String timeZone) {
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(timeZone));
    }

    /** Everything that comes out: hashes, explanations, refusals, statements, mistakes. */
    private static List<String> script() {
        HandClock clock = HandClock.at("2026-02-28T23:30:00Z");
        LoyaltyProgram program = Programs.beautyInsider()
                .earn("weekend", multiplier("1.25").on(brand("Işık İpek")).when(weekday(DayOfWeek.SATURDAY)))
                .build();
        LoyaltyEngine loyalty = LoyaltyEngine.builder(program)
                .store(LoyaltyStore.inMemory())
                .clock(clock)
                .build();
        List<String> said = new ArrayList<>();
        Order first = Order.of(ANA, "TITLE-i1")
                .currency("USD")
                .line(OrderLine.of("İIıi", "1234.56")
                        .id("Ii")
                        .brand("Işık İpek")
                        .category("GİFT"))
                .line(OrderLine.of("عطر", "19.995").id("l-2").times(3).category("fragrance"))
                .less("7.77")
                .with("kanal", "çevrimiçi");
        Order second = Order.of(ANA, "2")
                .currency("USD")
                .line(OrderLine.of("mum", "42.10"))
                .redeem("cash-10");
        said.add(loyalty.quote(second).explain());
        said.add(text(loyalty.purchase(second)));
        said.add(loyalty.quote(first).explain());
        said.add(text(loyalty.purchase(first)));
        clock.pass(Duration.ofDays(3));
        said.add(text(loyalty.reserve(second)));
        said.add(text(loyalty.purchase(second)));
        said.add(text(loyalty.record(Activity.of(ANA, "review", "r-1").with("stars", 5))));
        said.add(text(loyalty.refund(Refund.of(first, "rma-1").line("l-2", 2))));
        clock.passMonths(23);
        said.add(text(loyalty.cancel(first)));
        said.add(text(loyalty.purchase(Order.of(ANA, "3").currency("TRY").line(OrderLine.of("mum", "1.00")))));
        said.add(loyalty.account(ANA).toString());
        said.addAll(mistakes(loyalty));
        for (Posting posting : loyalty.journal(ANA).postings()) {
            said.add(posting.header().kind() + " " + posting.hash());
        }
        loyalty.journal(ANA).statement().forEach(line -> said.add(line.toString()));
        said.add("sound " + loyalty.journal(ANA).verify().sound());
        return said;
    }

    private static List<String> mistakes(LoyaltyEngine loyalty) {
        try {
            loyalty.purchase(
                    Order.of(ANA, "4").line(OrderLine.of("mum", "-1.00").times(-1)));
            return List.of();
        } catch (InvalidInputException e) {
            return e.violations().stream().map(Object::toString).toList();
        }
    }

    private static String text(Outcome outcome) {
        return outcome.refusal()
                .map(Object::toString)
                .orElseGet(() -> outcome.receipt().explain());
    }
}
