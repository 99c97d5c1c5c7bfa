package io.loyalty4j.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.earn.Card;
import io.loyalty4j.earn.Counter;
import io.loyalty4j.earn.FrozenContribution;
import io.loyalty4j.earn.Keep;
import io.loyalty4j.reward.Benefit;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.OrderLine;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Reason;
import io.loyalty4j.shop.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a store wrote as text comes back the same, or not at all. */
class LedgerTextTest {
    private static final Life LIFE = Life.lived();
    private static final String NASTY = "a\tb\nc\\d\\te%0A=\u00e9\u4e16\r \"";
    private static final Instant AT = Instant.ofEpochSecond(1_780_000_000, 120_000_000);
    private static final List<Keep> KEEPS = List.of(
            Keep.ALWAYS,
            new Keep.MinimumBasis(new BigDecimal("2.50")),
            new Keep.MinimumOf(Set.of("b", "a", NASTY), new BigDecimal("0.00")),
            new Keep.SomeOf(Set.of(NASTY, "z")),
            new Keep.MinimumQuantity(NASTY, 3),
            new Keep.MinimumAmount("a", new BigDecimal("10")),
            new Keep.AnyOf(List.of()));

    /** Each alone, and each as a part of wholes in wholes. */
    private static List<Keep> keeps() {
        List<Keep> all = new ArrayList<>(KEEPS);
        all.add(new Keep.AllOf(KEEPS));
        all.add(new Keep.AnyOf(KEEPS));
        all.add(new Keep.AnyOf(List.of(new Keep.AllOf(List.of(Keep.ALWAYS, KEEPS.get(1))), KEEPS.get(3))));
        all.add(new Keep.AllOf(List.of(new Keep.AnyOf(KEEPS), new Keep.AllOf(KEEPS), Keep.ALWAYS)));
        return all;
    }

    private static FrozenContribution contribution(Keep keep, boolean full) {
        Map<String, Keep> lineKeeps = new LinkedHashMap<>(Map.of("a", new Keep.AllOf(KEEPS), NASTY, KEEPS.get(5)));
        return new FrozenContribution(
                NASTY,
                full ? FrozenContribution.Kind.STAMPS : FrozenContribution.Kind.RATE,
                full ? Set.of(NASTY, "a") : Set.of(),
                full ? lineKeeps : Map.of(),
                new BigDecimal("1.50"),
                full ? Optional.of(new BigDecimal("100.00")) : Optional.empty(),
                keep,
                full ? Optional.of(7L) : Optional.empty(),
                full ? Optional.of(NASTY) : Optional.empty(),
                full ? Optional.of(new Card(-1, 2, 3, 4, 5)) : Optional.empty(),
                full ? Optional.of("gift") : Optional.empty());
    }

    private static OrderPosition.Delta order(boolean full) {
        List<FrozenContribution> contributions =
                keeps().stream().map(keep -> contribution(keep, full)).toList();
        Optional<OrderPosition.Terms> terms = Optional.of(new OrderPosition.Terms(
                NASTY,
                new Past("", 3, full ? Optional.of(AT) : Optional.empty()),
                new BigDecimal("1.1000"),
                contributions,
                Policy.Stacking.BEST,
                Policy.Rounding.HALF_UP,
                full ? Optional.of(12L) : Optional.empty(),
                2,
                full
                        ? Optional.of(new OrderPosition.Counting("spend", Window.YEAR, LocalDate.of(2026, 1, 1)))
                        : Optional.empty(),
                full ? Map.of("c", 1L, NASTY, -2L) : Map.of(),
                full ? Map.of("b", 1L) : Map.of(),
                full ? Map.of("v", NASTY) : Map.of(),
                full ? Optional.of(new OrderPosition.Referral("r", Shop.ANA, NASTY)) : Optional.empty()));
        return new OrderPosition.Delta(
                NASTY,
                OrderPosition.State.RETURNED,
                2,
                AT,
                List.of(new OrderPosition.Line(
                        NASTY, 3, new BigDecimal("9.00"), new BigDecimal("8"), true, 4, 1, new BigDecimal("0.00"))),
                terms,
                full ? new Reserved(List.of("x", "", NASTY), Optional.of(AT)) : Reserved.NOTHING,
                full ? new Asked(Map.of("n", 2, NASTY, 3), new BigDecimal("1.00")) : Asked.NOTHING,
                full ? Optional.of(AT) : Optional.empty(),
                benefits()
                        .map(benefit -> new Paid("r", 5, benefit, piece(full)))
                        .toList(),
                new Tally(1, 2, 3, 4, 5),
                List.of(new Stake("l", true, 4, 0), new Stake(NASTY, false, 3, 2)),
                full ? Map.of("s", 1, "r", 2, NASTY, 9) : Map.of(),
                6);
    }

    private static Stream<Benefit> benefits() {
        return Stream.of(Benefit.Kind.values()).map(kind -> new Benefit(kind, new BigDecimal("12.50"), 30, NASTY));
    }

    private static Optional<Piece> piece(boolean full) {
        return full ? Optional.of(new Piece(NASTY, "o", "w/1")) : Optional.empty();
    }

    private static Hold hold(Benefit benefit, boolean full) {
        List<Hold.Part> parts = List.of(new Hold.Part(NASTY, 3, true), new Hold.Part("m", 1, false));
        return new Hold(
                NASTY,
                "o",
                "r",
                full ? parts : List.of(),
                benefit,
                piece(full),
                AT,
                full ? Optional.of(NASTY) : Optional.empty());
    }

    static Stream<Change> byHand() {
        Stream<Change> orders = Stream.of(new Change.OrderSet(order(true)), new Change.OrderSet(order(false)));
        Stream<Change> holds = benefits()
                .flatMap(benefit -> Stream.of(
                        new Change.HoldSet(hold(benefit, true)),
                        new Change.HoldSet(hold(benefit, false)),
                        new Change.RewardApplied(
                                NASTY,
                                -3,
                                Money.of("1.125", "USD"),
                                Map.of("b", new BigDecimal("1.00"), NASTY, new BigDecimal("0.125")),
                                benefit),
                        new Change.RewardApplied("", 0, Money.zero("JPY"), Map.of(), benefit)));
        Stream<Change> others = Stream.of(
                new Change.Granted(NASTY, 1, Long.MAX_VALUE),
                new Change.VoucherIssued(NASTY, "00ff", 3, AT),
                new Change.StandingSet(Map.of(), List.of(), Instant.MAX),
                new Change.CounterSet(
                        NASTY, new Counter(Long.MIN_VALUE, Optional.of(NASTY), Optional.of(Instant.MIN))));
        return Stream.of(orders, holds, others).flatMap(each -> each);
    }

    private static Posting posting(List<Change> changes) {
        Posting any = LIFE.postings().get(0);
        return new Posting(any.header(), any.awards(), List.of(), changes, any.after(), NASTY, NASTY);
    }

    @ParameterizedTest
    @MethodSource("byHand")
    void aChangeWithWhateverWordsComesBackEqual(Change change) {
        assertThat(LedgerText.changes(LedgerText.changes(List.of(change)))).containsExactly(change);
        Posting posting = posting(List.of(change, change));
        Posting read = LedgerText.posting(LedgerText.posting(posting));
        assertThat(read).isEqualTo(posting);
        assertThat(read.hash()).isEqualTo(posting.hash());
    }

    @Test
    void everyChangeHasAFormAndOccursInALife() {
        Set<Class<?>> kinds = Set.of(Change.class.getPermittedSubclasses());
        assertThat(ChangeText.FORMS.stream().<Class<?>>map(ChangeForm::type))
                .containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(ChangeText.FORMS.stream().flatMap(form -> form.words().stream()))
                .doesNotHaveDuplicates();
        assertThat(LIFE.postings().stream()
                        .flatMap(posting -> posting.changes().stream())
                        .<Class<?>>map(Object::getClass)
                        .collect(Collectors.toSet()))
                .isEqualTo(kinds);
        assertThat(KEEPS.stream().<Class<?>>map(Object::getClass).collect(Collectors.toSet()))
                .containsAll(Arrays.stream(Keep.class.getPermittedSubclasses())
                        .filter(kind -> kind != Keep.AllOf.class)
                        .toList());
    }

    @Test
    void aLifeComesBackEqualPostingByPosting() {
        Account account = Account.of(Shop.ANA);
        Account read = account;
        for (Posting posting : LIFE.postings()) {
            Posting again = LedgerText.posting(LedgerText.posting(posting));
            assertThat(again).isEqualTo(posting);
            assertThat(new Receipt(again).explain()).isEqualTo(new Receipt(posting).explain());

            account = account.apply(posting);
            read = LedgerText.account(Shop.ANA, LedgerText.account(read.apply(again)));
            assertThat(read).isEqualTo(account);
        }
        assertThat(read).isEqualTo(LIFE.stored());
        assertThat(LedgerText.account(read)).isEqualTo(LedgerText.account(LIFE.stored()));
    }

    @Test
    void anAccountComesBackOfItsPiecesAndAsOneOfWhomNothingIsKnown() {
        Account stored = LIFE.stored();
        Account pieces = LedgerText.account(
                Shop.ANA,
                stored.version(),
                stored.hash(),
                LedgerText.life(stored),
                stored.lots(),
                stored.holds(),
                stored.counters());
        assertThat(pieces).isEqualTo(stored);
        Account nobody = Account.of(MemberId.of("nobody"));
        assertThat(LedgerText.account(nobody.member(), LedgerText.account(nobody)))
                .isEqualTo(nobody);
    }

    @Test
    void aPositionComesBackWithItsLinesInTheirOrder() {
        OrderPosition.Delta delta = order(true);
        OrderPosition position = OrderPosition.after(Optional.empty(), Shop.ANA, delta);
        String text = LedgerText.position(position);
        assertThat(LedgerText.position(Shop.ANA, text)).isEqualTo(position);
        assertThat(text).startsWith("loyalty4j-position/1\norder\t");
        for (String order : List.of("early", "paid", "held", "owing", "given")) {
            OrderPosition lived = OrderPosition.after(LIFE.postings(), order).orElseThrow();
            assertThat(LedgerText.position(Shop.ANA, LedgerText.position(lived)))
                    .isEqualTo(lived);
        }
    }

    @Test
    void lotsHoldsCountersAndReasonsComeBackEqual() {
        LotTerms terms = new LotTerms(
                NASTY, Optional.of(NASTY), 9, AT, Instant.MAX, Optional.of(AT), Optional.of(Instant.MIN), true);
        Lot lot = new Lot(NASTY, terms, Map.of(Bucket.ISSUED, -9L, Bucket.EXPIRED, 4L, Bucket.REDEEMED, 5L));
        assertThat(LedgerText.lot(LedgerText.lot(lot))).isEqualTo(lot);
        Hold hold = hold(benefits().findFirst().orElseThrow(), true);
        assertThat(LedgerText.hold(LedgerText.hold(hold))).isEqualTo(hold);
        Counter counter = new Counter(-1, Optional.of(NASTY), Optional.of(AT));
        assertThat(LedgerText.counter(LedgerText.counter(counter))).isEqualTo(counter);
        Counter plain = new Counter(0, Optional.empty(), Optional.empty());
        assertThat(LedgerText.counter(LedgerText.counter(plain))).isEqualTo(plain);
        Reason reason = Reason.of(NASTY, "", NASTY, "");
        assertThat(LedgerText.reason(LedgerText.reason(reason))).isEqualTo(reason);
        assertThat(LedgerText.reason(LedgerText.reason(Reason.of("")))).isEqualTo(Reason.of(""));
    }

    @Test
    void allOfAProfileComesBackThoughACommandLeavesItOut() {
        Member profile = Member.of(Shop.ANA)
                .birthday("02-29")
                .person("p-1")
                .with("segment", NASTY)
                .with(NASTY, "");
        assertThat(LedgerText.profile(Shop.ANA, LedgerText.profile(profile))).isEqualTo(profile);
        Member empty = Member.of(Shop.ANA);
        assertThat(LedgerText.profile(Shop.ANA, LedgerText.profile(empty))).isEqualTo(empty);
        assertThat(LedgerText.profile(
                        Shop.ANA, LedgerText.profile(empty.birthday("").person(""))))
                .isEqualTo(empty.birthday("").person(""));
        assertThat(LedgerText.command(Shop.ANA, profile.requestId(), LedgerText.command(profile)))
                .isEqualTo(empty);
    }

    @Test
    void aCommandComesBackEqual() {
        Order order = Order.of(Shop.ANA, "o=1/%41")
                .currency("USD")
                .at(AT)
                .line(OrderLine.of("a.b", "1.25").id("x").times(3).category(NASTY))
                .redeem("second");
        assertThat(LedgerText.command(Shop.ANA, order.requestId(), LedgerText.command(order)))
                .isEqualTo(order);
        unreadable(
                () -> LedgerText.command(Shop.ANA, order.requestId(), "loyalty4j-command/2\n"),
                "is not in the format loyalty4j-command/1");
        unreadable(
                () -> LedgerText.command(Shop.ANA, order.requestId(), LedgerText.command(order) + "more=1\n"),
                "\"more\" is not understood");
        unreadable(
                () -> LedgerText.command(Shop.ANA, order.requestId(), LedgerText.command(order) + "\n"),
                "cannot be read");
    }

    private static void unreadable(ThrowingCallable reading, String why) {
        assertThatThrownBy(reading).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }

    @Nested
    class WhatCannotBeRead {
        private final Posting posting = LIFE.postings().stream()
                .max(Comparator.comparing(each -> LedgerText.posting(each).length()))
                .orElseThrow();
        private final String text = LedgerText.posting(posting);

        @Test
        void isAnotherFormat() {
            unreadable(
                    () -> LedgerText.posting(text.replace("posting/4", "posting/5")),
                    "\"loyalty4j-posting/5\" is not in a format this version reads: loyalty4j-posting/4");
            unreadable(() -> LedgerText.lot(text), "this version reads: loyalty4j-lot/1");
            unreadable(() -> LedgerText.account(Shop.ANA, ""), "\"\" is not in a format");
        }

        @Test
        void isNamedByItsLine() {
            unreadable(
                    () -> LedgerText.counter("loyalty4j-counter/1\ncounter\tmany\t\t\n"),
                    "line 2, \"counter\tmany\t\t\", cannot be read: For input string: \"many\"");
            unreadable(
                    () -> LedgerText.counter("loyalty4j-counter/1\ncounter\t01\t\t\n"),
                    "line 2, \"counter\t01\t\t\", cannot be read: it would be written \"counter\t1\t\t\"");
            unreadable(
                    () -> LedgerText.counter("loyalty4j-counter/1\n"),
                    "line 1, \"loyalty4j-counter/1\", cannot be read: a line \"counter\" should follow, not \"\"");
            unreadable(
                    () -> LedgerText.counter("loyalty4j-counter/1\ncounter\t1\n"), "something is missing at its end");
            unreadable(
                    () -> LedgerText.counter("loyalty4j-counter/1\ncounter\t1\t\t\nmore\n"),
                    "line 3, \"more\", cannot be read: it would be written \"\"");
            unreadable(
                    () -> LedgerText.counter("loyalty4j-counter/1\ncounter\t1\t\t"),
                    "line 2, \"counter\t1\t\t\", cannot be read: its end is missing");
            unreadable(() -> LedgerText.counter("loyalty4j-counter/1\ncounter\t1\t\\x\t\n"), "escapes what needs none");
        }

        @Test
        void isACommandThatIsNotTheHeaders() {
            String command = text.substring(text.lastIndexOf("\ncommand\t"));
            unreadable(
                    () -> LedgerText.posting(text.replace(command, command.replace("order=", "order=x"))),
                    "not the command that the header has the digest of");
        }

        /** What is altered is another posting, or none. */
        @Test
        void isFoundWhereverALetterIsAnother() {
            String letters = "019.-+ \t\n\\=xA\u0661\u00e9";
            int refused = 0;
            for (int i = 0; i < text.length(); i++) {
                for (int n = 0; n < letters.length(); n++) {
                    char letter = letters.charAt(n);
                    if (text.charAt(i) != letter) {
                        refused += differs(text.substring(0, i) + letter + text.substring(i + 1)) ? 0 : 1;
                    }
                }
                refused += differs(text.substring(0, i) + text.substring(i + 1)) ? 0 : 1;
                refused += differs(text.substring(0, i)) ? 0 : 1;
            }
            assertThat(refused).isGreaterThan(text.length());
        }

        private boolean differs(String altered) {
            try {
                Posting read = LedgerText.posting(altered);
                if (read.hash().equals(posting.hash())) {
                    assertThat(withoutZeros(altered)).isEqualTo(withoutZeros(text));
                    assertThat(altered).hasSizeLessThan(text.length());
                }
                return true;
            } catch (IllegalArgumentException notRead) {
                return false;
            }
        }

        /** A zero at the end of an amount is no other amount. */
        private static String withoutZeros(String posting) {
            return CanonicalText.of(LedgerText.posting(posting));
        }
    }

    /** Commands of all kinds, and what is in them, in messages and postings. */
    @ParameterizedTest
    @MethodSource("io.loyalty4j.ledger.AnyCommand#types")
    void aCommandThatIsSentComesBackWithItsText(Class<?> type) {
        AnyCommand any = new AnyCommand(Long.getLong("loyalty4j.laws.seed", 1));
        for (int i = 0; i < 200; i++) {
            Command command = any.of(type);
            String text = LedgerText.command(command);
            Command read = LedgerText.command(command.member(), command.requestId(), text);
            assertThat(LedgerText.command(read)).isEqualTo(text);
            assertThat(read.requestId()).isEqualTo(command.requestId());
            Posting sending = posting(List.of(new Change.Sent(command)));
            assertThat(LedgerText.posting(LedgerText.posting(sending)).hash()).isEqualTo(sending.hash());
        }
    }
}
