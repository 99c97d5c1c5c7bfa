package io.loyalty4j.ledger;

import static io.loyalty4j.earn.Conditions.anyLine;
import static io.loyalty4j.earn.Conditions.category;
import static io.loyalty4j.earn.Conditions.lineFrom;
import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.Conditions.quantityFrom;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.ledger.Shop.aPointPerDollar;
import static io.loyalty4j.ledger.Shop.line;
import static io.loyalty4j.reward.Reward.discount;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.program.Activation;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Window;
import io.loyalty4j.tier.TierLadder;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The journal proves itself: whatever of it is altered, left out or put in, and nothing else, makes it unsound. */
class VerificationTest {
    private final Shop shop = Shop.with(program()).at("2026-06-01T12:00");
    private List<Posting> postings = List.of();
    private Account stored = Account.of(Shop.ANA);

    private static ProgramBuilder program() {
        return aPointPerDollar()
                .tiers(TierLadder.bySpend().base("BASE").tier("SILVER", 100))
                .earn(
                        "keep",
                        points(5)
                                .perOrder()
                                .when(orderFrom("2").and(anyLine(lineFrom("1").or(category("x"))))))
                .earn("some", points(1).perItem().on(quantityFrom(1)))
                .earn("any", points(1).perOrder().when(anyLine(category("x"))))
                .earn("visit", points(7).forActivity("visit").oncePer(Window.DAY))
                .reward("fifty", discount("1.50").costs(50))
                .activation(Activation.after(Period.ofDays(1)))
                .expiry(Expiry.after(Period.ofDays(20)));
    }

    /** A life with every kind of posting, entry and change. */
    @BeforeEach
    void aLife() {
        shop.returns("early", "goods", 1);
        shop.buys(shop.order("early", line("goods", "50.00").times(3).category("x"))
                .less("1.00"));
        shop.does("visit", "v-1");
        shop.passes(Duration.ofDays(2));
        shop.reserves(shop.order("paid", line("pin", "3.00").times(2)).redeem("fifty"));
        shop.buys(shop.order("paid", line("pin", "3.00").times(2)).redeem("fifty"));
        shop.reserves(shop.order("held", line("pin", "3.00")).redeem("fifty"));
        shop.passes(Duration.ofDays(1))
                .adopts(program().activation(Activation.atOnce()).expiry(Expiry.afterInactivity(Period.ofDays(10))));
        shop.buys("now", "10.00");
        shop.cancels("held");
        shop.passes(Duration.ofDays(40));
        shop.returns("paid", "pin", 1);
        shop.returns("paid", "pin", 9);
        shop.cancels("early");
        shop.account();
        postings = shop.journal().postings();
        stored = shop.store().find(Shop.ANA).orElseThrow();
    }

    private boolean sound(List<Posting> some) {
        return Journal.of(stored, some).verify().sound();
    }

    private boolean soundWith(int index, Posting instead) {
        List<Posting> altered = new ArrayList<>(postings);
        altered.set(index, instead);
        return sound(altered);
    }

    @Test
    void asItWasWrittenItIsSound() {
        assertThat(sound(postings)).isTrue();
        assertThat(postings).extracting(posting -> posting.header().kind()).contains(Posting.Kind.values());
    }

    @Nested
    class Unsound {
        @Test
        void isAJournalInWhichAPostingIsMissing() {
            for (int i = 0; i < postings.size(); i++) {
                List<Posting> fewer = new ArrayList<>(postings);
                fewer.remove(i);
                assertThat(sound(fewer)).as("without posting %s", i + 1).isFalse();
            }
            assertThat(sound(List.of())).isFalse();
        }

        @Test
        void isAJournalInWhichAPostingIsThereTwiceOrElsewhere() {
            for (int i = 0; i + 1 < postings.size(); i++) {
                List<Posting> more = new ArrayList<>(postings);
                more.add(i + 1, postings.get(i));
                assertThat(sound(more)).isFalse();
                List<Posting> swapped = new ArrayList<>(postings);
                swapped.set(i, postings.get(i + 1));
                swapped.set(i + 1, postings.get(i));
                assertThat(sound(swapped)).isFalse();
            }
        }

        @Test
        void isAnAccountThatIsNotTheOneStored() {
            for (Object other : Alterations.of(stored)) {
                assertThat(Journal.of((Account) other, postings).verify().sound())
                        .as("%s", other)
                        .isFalse();
            }
        }

        @Test
        void isAnyPostingOfWhichAnyPartIsAltered() {
            int count = 0;
            for (int i = 0; i < postings.size(); i++) {
                for (Object other : Alterations.of(postings.get(i))) {
                    assertThat(soundWith(i, (Posting) other))
                            .as("posting %s altered from%n%s%nto%n%s", i + 1, postings.get(i), other)
                            .isFalse();
                    count++;
                }
            }
            assertThat(count).isGreaterThan(1_000);
        }
    }
}
