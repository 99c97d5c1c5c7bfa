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
import io.loyalty4j.program.AdjustmentLimits;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.ProgramBuilder;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Extension;
import io.loyalty4j.shop.OpeningBalance;
import io.loyalty4j.shop.Reinstatement;
import io.loyalty4j.shop.StatusChange;
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
                .adjustments(AdjustmentLimits.upTo(1_000).approvedAbove(80).perActor(5_000, Window.YEAR))
                .reinstatableFor(Period.ofMonths(2))
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
        staff();
        shop.account();
        postings = shop.journal().postings();
        stored = shop.store().find(Shop.ANA).orElseThrow();
    }

    private void staff() {
        Adjustment given = Adjustment.add(Shop.ANA, "a", 90).by("agent").because("late");
        Adjustment taken = Adjustment.deduct(Shop.ANA, "b", 20).by("agent").because("wrong");
        shop.says(OpeningBalance.of(Shop.ANA, "legacy")
                .pointsThrough(500, "2026-10-01")
                .tierThrough("SILVER", "2026-12-31"));
        shop.says(taken.reversal().by("boss").because("right"));
        shop.says(given);
        shop.says(taken);
        shop.says(Extension.of(given, "c").through("2026-09-01").by("agent").because("strike"));
        shop.passes(Duration.ofDays(60));
        shop.says(Reinstatement.of(given, "d").through("2026-12-01").by("agent").because("strike"));
        shop.says(given.reversal().by("boss").because("wrong"));
        shop.says(StatusChange.close(Shop.ANA, "e").by("agent").because("asked"));
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
            for (Object other : alterations(stored)) {
                assertThat(Journal.of((Account) other, postings).verify().sound())
                        .as("%s", other)
                        .isFalse();
            }
        }

        @Test
        void isAnyPostingOfWhichAnyPartIsAltered() {
            int count = 0;
            for (int i = 0; i < postings.size(); i++) {
                for (Object other : alterations(postings.get(i))) {
                    assertThat(soundWith(i, (Posting) other))
                            .as("posting %s altered from%n%s%nto%n%s", i + 1, postings.get(i), other)
                            .isFalse();
                    count++;
                }
            }
            assertThat(count).isGreaterThan(1_000);
        }
    }

    /** Every value that differs from a record in one simple part of it, however deep, as far as there can be one. */
    private static List<Object> alterations(Object value) {
        List<Object> all = new ArrayList<>();
        if (value instanceof Record whole) {
            RecordComponent[] components = whole.getClass().getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                for (Object part : alterations(part(whole, components[i]))) {
                    with(whole, components, i, part).ifPresent(all::add);
                }
            }
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> {
                all.add(Optional.empty());
                alterations(present).forEach(other -> all.add(Optional.of(other)));
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                List<Object> fewer = new ArrayList<>(list);
                Object one = fewer.remove(i);
                all.add(fewer);
                for (Object other : alterations(one)) {
                    List<Object> changed = new ArrayList<>(list);
                    changed.set(i, other);
                    all.add(changed);
                }
            }
        } else if (value instanceof Set<?> set) {
            for (Object one : new TreeSet<>(set)) {
                Set<Object> fewer = new LinkedHashSet<>(set);
                fewer.remove(one);
                all.add(fewer);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                Map<Object, Object> fewer = new LinkedHashMap<>(map);
                fewer.remove(key);
                all.add(fewer);
                for (Object other : alterations(one)) {
                    Map<Object, Object> changed = new LinkedHashMap<>(map);
                    changed.put(key, other);
                    all.add(changed);
                }
            });
        } else {
            all.addAll(otherThan(value));
        }
        return all;
    }

    private static List<Object> otherThan(Object value) {
        if (value instanceof Long number) {
            return List.of(number + 1);
        } else if (value instanceof Integer number) {
            return List.of(number + 1);
        } else if (value instanceof Boolean truth) {
            return List.of(!truth);
        } else if (value instanceof String text) {
            return List.of(text + "x");
        } else if (value instanceof BigDecimal number) {
            return List.of(number.add(new BigDecimal("0.01")));
        } else if (value instanceof Instant at) {
            return List.of(at.equals(Instant.MIN) ? Instant.EPOCH : at.minusMillis(1));
        } else if (value instanceof LocalDate day) {
            return List.of(day.plusDays(1));
        } else if (value instanceof ZoneId) {
            return List.of(ZoneId.of("Asia/Tokyo"));
        } else if (value instanceof Currency) {
            return List.of(Currency.getInstance("EUR"));
        } else if (value instanceof Enum<?> constant) {
            List<Object> others =
                    new ArrayList<>(List.of(constant.getDeclaringClass().getEnumConstants()));
            others.remove(constant);
            return others;
        }
        throw new AssertionError("no other value for a " + value.getClass());
    }

    private static Object part(Record whole, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** The record with another part; empty if such a record is impossible. */
    private static Optional<Object> with(Record whole, RecordComponent[] components, int index, Object part) {
        try {
            Class<?>[] types = new Class<?>[components.length];
            Object[] parts = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                parts[i] = i == index ? part : part(whole, components[i]);
            }
            Constructor<?> constructor = whole.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(parts)).filter(other -> !other.equals(whole));
        } catch (InvocationTargetException impossible) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
