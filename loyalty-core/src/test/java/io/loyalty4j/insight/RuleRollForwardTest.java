package io.loyalty4j.insight;

import static io.loyalty4j.earn.Conditions.orderFrom;
import static io.loyalty4j.earn.EarnRules.points;
import static io.loyalty4j.insight.Shop.ANA;
import static io.loyalty4j.insight.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.HandClock;
import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.Programs;
import io.loyalty4j.earn.Award;
import io.loyalty4j.laws.Chance;
import io.loyalty4j.laws.Journals;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Change;
import io.loyalty4j.ledger.Entry;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.program.Expiry;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Adjustment;
import io.loyalty4j.shop.Order;
import io.loyalty4j.shop.Window;
import io.loyalty4j.store.LoyaltyStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of each rule's points, where orders mix them. */
class RuleRollForwardTest {
    private static final int SCENARIOS = 40;

    private final LoyaltyStore store = LoyaltyStore.inMemory();
    private final HandClock clock = HandClock.at("2026-01-10T12:00:00Z");
    private final LoyaltyProgram program = Programs.plain()
            .earn("bonus", points(25).perOrder().when(orderFrom("50.00")))
            .expiry(Expiry.after(Period.ofMonths(2)))
            .build();
    private final LoyaltyEngine engine =
            LoyaltyEngine.builder(program).store(store).clock(clock).build();

    private Finance finance(Window per) {
        return Finance.of(store.postings(), per, ZoneOffset.UTC, Instant.MAX);
    }

    private SortedMap<String, RollForward> rules(String month) {
        return finance(Window.MONTH).period(LocalDate.parse(month + "-01")).rollForwardByRule();
    }

    private void buys(String at, Order order) {
        clock.set(at);
        engine.purchase(order).receipt();
    }

    @Test
    void whatIsPaidIsTakenOfEachRuleInProportion() {
        buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00"));
        buys("2026-02-10T12:00:00Z", order(ANA, "a-2", "10.00").redeem("eighty"));
        clock.set("2026-03-20T12:00:00Z");
        engine.runDue(clock.instant());

        assertThat(rules("2026-02").get("base").flows().of(Movement.REDEEMED)).isEqualTo(64);
        assertThat(rules("2026-02").get("bonus").flows().of(Movement.REDEEMED)).isEqualTo(16);
        assertThat(rules("2026-03").get("base").flows().of(Movement.EXPIRED)).isEqualTo(36);
        assertThat(rules("2026-03").get("bonus")).isEqualTo(new RollForward(9, expired(9), 0));
        assertThat(rules("2026-03").get("base").closing()).isEqualTo(9);
        assertThat(rules("2026-04")).containsOnlyKeys("base");
        assertThat(finance(Window.MONTH).closingByRule()).isEqualTo(new TreeMap<>(Map.of("base", 9L)));
    }

    private static Flows expired(long points) {
        return new Flows(Map.of(Movement.EXPIRED, points));
    }

    @Test
    void anEditGivesTheRuleThatGivesMore() {
        buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "40.00"));
        buys("2026-02-11T12:00:00Z", order(ANA, "a-1", "40.00", "10.00").revision(2));

        SortedMap<String, RollForward> february = rules("2026-02");
        assertThat(february.get("base").closing()).isEqualTo(50);
        assertThat(february.get("bonus").closing()).isEqualTo(25);
        assertThat(february.get("bonus").opening()).isZero();
    }

    @Test
    void aDebtStandsWithTheRulesWhosePointsWereTakenBack() {
        buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00"));
        buys("2026-01-11T12:00:00Z", order(ANA, "a-2", "1.00").redeem("eighty"));
        engine.cancel(order(ANA, "a-1")).receipt();
        engine.execute(Adjustment.add(ANA, "c-1", 100).by("eve").because("late"))
                .receipt();

        Finance told = finance(Window.MONTH);
        assertThat(told.closing()).isEqualTo(20);
        assertThat(told.closingByRule())
                .isEqualTo(new TreeMap<>(Map.of("base", -64L, "bonus", -16L, "~adjustment", 100L)));
    }

    @Test
    void theTableHasARowForEachRuleThatHasSomething() {
        buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00"));
        buys("2026-02-10T12:00:00Z", order(ANA, "a-2", "10.00").redeem("eighty"));

        assertThat(finance(Window.MONTH).toCsvByRule().lines())
                .containsExactly(
                        "first_day,rule,opening,issued,added,received,restored,reinstated,returned,redeemed,expired,revoked,withdrawn,transferred,activated,closing",
                        "2026-01-01,base,0,100,0,0,0,0,0,0,0,0,0,0,0,100",
                        "2026-01-01,bonus,0,25,0,0,0,0,0,0,0,0,0,0,0,25",
                        "2026-02-01,base,100,9,0,0,0,0,0,64,0,0,0,0,0,45",
                        "2026-02-01,bonus,25,0,0,0,0,0,0,16,0,0,0,0,0,9");
    }

    @Test
    void whatAnArchivedPostingGaveWeighsWhatIsLeftOfIt() {
        buys("2026-01-10T12:00:00Z", order(ANA, "a-1", "100.00"));
        Posting posting = store.postings().findFirst().orElseThrow();
        Account account = store.find(ANA).orElseThrow();
        String lot = account.lots().get(0).id();
        Holder holder = new Holder(posting);
        SortedMap<String, Long> moved = new TreeMap<>();

        holder.next(having(posting, List.of(), List.of(), List.of(new Change.Restated(account, Map.of(), List.of()))));
        holder.byRule(
                having(
                        posting,
                        posting.awards(),
                        List.of(new Entry(lot, Bucket.ISSUED, Bucket.AVAILABLE, 125)),
                        List.of()),
                List.of(),
                (entry, rule, points) -> {});
        holder.byRule(
                having(posting, List.of(), List.of(new Entry(lot, Bucket.AVAILABLE, Bucket.EXPIRED, 250)), List.of()),
                List.of(),
                (entry, rule, points) -> moved.put(rule, points));

        assertThat(moved).isEqualTo(new TreeMap<>(Map.of("base", 100L, "bonus", 25L, AccountingPeriod.ARCHIVED, 125L)));
    }

    private static Posting having(Posting posting, List<Award> awards, List<Entry> entries, List<Change> changes) {
        return new Posting(
                posting.header(),
                awards,
                entries,
                changes,
                posting.after(),
                posting.tierAfter(),
                posting.previousHash());
    }

    @Test
    void rulesThatDoNotAddUpAreNoBooks() {
        AccountingPeriod period = finance(Window.MONTH).period(LocalDate.of(2026, 1, 1));

        assertThatThrownBy(() -> new AccountingPeriod(
                        period.firstDay(),
                        period.nextFirstDay(),
                        RollForward.quiet(7),
                        new TreeMap<>(),
                        new TreeMap<>(Map.of("base", RollForward.quiet(6))),
                        new TreeMap<>(),
                        0))
                .hasMessageContaining("of rules are not");
    }

    @Test
    void ofRandomLivesEachRuleHasWhatItGaveAndNothingLessThanNothingWithoutDebts() {
        int plain = 0;
        for (int i = 0; i < SCENARIOS; i++) {
            Journals journals = Journals.of(Chance.seed(), i);
            for (List<Posting> member : journals.postings()) {
                Finance told = finance(member, journals);
                if (member.stream().allMatch(posting -> posting.after().debt() == 0)) {
                    assertThat(told.closingByRule().values())
                            .as("seed %d, %d", Chance.seed(), i)
                            .allMatch(points -> points > 0);
                }
                List<Posting> unedited = member.stream()
                        .takeWhile(posting -> !posting.header().requestId().matches("order/.*@(?!1$).*"))
                        .toList();
                plain += unedited.size();
                assertThat(issued(finance(unedited, journals)))
                        .as("seed %d, %d", Chance.seed(), i)
                        .isEqualTo(given(unedited));
            }
        }
        assertThat(plain).isGreaterThan(40);
    }

    private static Finance finance(List<Posting> postings, Journals journals) {
        return Finance.of(postings.stream(), Window.DAY, journals.program().zone(), Instant.MAX);
    }

    private static SortedMap<String, Long> given(List<Posting> member) {
        SortedMap<String, Long> given = new TreeMap<>();
        member.forEach(
                posting -> posting.awards().forEach(award -> given.merge(award.rule(), award.points(), Long::sum)));
        return given;
    }

    private static SortedMap<String, Long> issued(Finance told) {
        SortedMap<String, Long> issued = new TreeMap<>();
        Stream.of(told)
                .flatMap(each -> each.periods().values().stream())
                .forEach(period -> period.rollForwardByRule()
                        .forEach((rule, points) -> issued.merge(
                                rule,
                                points.flows().of(Movement.ISSUED)
                                        + points.flows().of(Movement.ADDED),
                                Long::sum)));
        issued.values().removeIf(points -> points == 0);
        return issued;
    }
}
