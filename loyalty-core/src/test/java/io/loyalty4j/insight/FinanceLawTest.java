package io.loyalty4j.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.laws.Chance;
import io.loyalty4j.laws.Journals;
import io.loyalty4j.ledger.Account;
import io.loyalty4j.ledger.Bucket;
import io.loyalty4j.ledger.Lot;
import io.loyalty4j.ledger.Posting;
import io.loyalty4j.notify.BusyLives;
import io.loyalty4j.shop.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What finance is told of random lives ties out to the ledger, to the point. */
class FinanceLawTest {
    private static final int SCENARIOS = Math.min(20, Integer.getInteger("loyalty4j.laws.commands", 100_000) / 800);

    private static final int YEARS = 3;
    private static final int COMMANDS = 350;
    private static final long SEED = Chance.seed();
    private static final List<Journals> ALL = Stream.concat(
                    IntStream.range(0, SCENARIOS).mapToObj(i -> Journals.of(SEED, i)),
                    IntStream.range(0, YEARS).mapToObj(FinanceLawTest::busy))
            .toList();

    private final Random chance = new Random(SEED);
    private final Map<Movement, Long> met = new EnumMap<>(Movement.class);

    @Test
    void asOfAnyInstantWhatIsToldIsWhatTheAccountsOfThenHave() {
        for (int i = 0; i < ALL.size(); i++) {
            Journals journals = ALL.get(i);
            ZoneId zone = journals.program().zone();
            Instant until = someInstant(journals);

            Finance told = finance(journals, Window.MONTH, until);

            List<Account> then = journals.postings().stream()
                    .filter(postings -> !postings.isEmpty())
                    .map(postings -> accountOf(postings, until))
                    .toList();
            assertThat(told.closing())
                    .as("seed %d, %d", SEED, i)
                    .isEqualTo(then.stream()
                            .mapToLong(each -> each.available() + each.pending() + each.held() - each.debt())
                            .sum());
            assertThat(told.ageing().debt())
                    .isEqualTo(then.stream().mapToLong(Account::debt).sum());
            assertThat(told.ageing()).isEqualTo(ageing(then, zone));
            told.periods()
                    .values()
                    .forEach(period -> period.rollForward()
                            .flows()
                            .points()
                            .forEach((movement, points) -> met.merge(movement, points, Long::sum)));
        }
        System.out.println("Finance of random lives, seed " + SEED + ": " + met);
        assertThat(met)
                .containsKeys(
                        Movement.ISSUED,
                        Movement.REDEEMED,
                        Movement.RESTORED,
                        Movement.ADDED,
                        Movement.WITHDRAWN,
                        Movement.TRANSFERRED,
                        Movement.RECEIVED,
                        Movement.EXPIRED,
                        Movement.REVOKED,
                        Movement.ACTIVATED);
    }

    @Test
    void whatIsBookedLaterChangesNothingAndTheOrderOfMembersNeither() {
        for (int i = 0; i < SCENARIOS; i++) {
            Journals journals = ALL.get(i);
            Instant until = someInstant(journals);
            List<List<Posting>> shuffled = new ArrayList<>(journals.postings());
            Collections.shuffle(shuffled, chance);
            Stream<Posting> known = shuffled.stream()
                    .flatMap(List::stream)
                    .filter(posting -> posting.header().recordedAt().isBefore(until));

            assertThat(Finance.of(known, Window.DAY, journals.program().zone(), until))
                    .as("seed %d, %d", SEED, i)
                    .isEqualTo(finance(journals, Window.DAY, until));
        }
    }

    @Test
    void theDaysOfAMonthAreTheMonth() {
        for (int i = 0; i < SCENARIOS; i++) {
            Journals journals = ALL.get(i);
            Finance days = finance(journals, Window.DAY, Instant.MAX);
            Finance months = finance(journals, Window.MONTH, Instant.MAX);
            months.periods().forEach((first, month) -> {
                List<AccountingPeriod> own =
                        first.datesUntil(month.nextFirstDay()).map(days::period).toList();
                assertThat(own.stream()
                                .map(AccountingPeriod::rollForward)
                                .reduce(RollForward::then)
                                .orElseThrow())
                        .isEqualTo(month.rollForward());
                month.issuedByRule()
                        .forEach((rule, issue) -> assertThat(own.stream()
                                        .filter(day -> day.issuedByRule().containsKey(rule))
                                        .mapToLong(day ->
                                                day.issuedByRule().get(rule).points())
                                        .sum())
                                .as(rule)
                                .isEqualTo(issue.points()));
            });
        }
    }

    @Test
    void whatRulesGaveIsWhatWasIssuedLessWhatEditsTookOff() {
        for (int i = 0; i < SCENARIOS; i++) {
            Journals journals = ALL.get(i);
            for (AccountingPeriod period :
                    finance(journals, Window.MONTH, Instant.MAX).periods().values()) {
                Flows flows = period.rollForward().flows();
                long byRule = period.issuedByRule().values().stream()
                        .mapToLong(RuleIssue::points)
                        .sum();
                assertThat(byRule)
                        .isLessThanOrEqualTo(
                                flows.of(Movement.ISSUED) + flows.of(Movement.ADDED) + flows.of(Movement.RECEIVED));
                period.issuedByRule()
                        .values()
                        .forEach(issue -> assertThat(issue.byVersion().values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum())
                                .isEqualTo(issue.points()));
                assertThat(period.flowsByVersion().values().stream().reduce(Flows.NONE, Flows::plus))
                        .isEqualTo(flows);
            }
        }
    }

    private static Journals busy(int i) {
        BusyLives lives = new BusyLives(Chance.seed(SEED, i)).pass(COMMANDS);
        return new Journals(lives.program(), lives.journals());
    }

    private Finance finance(Journals journals, Window per, Instant until) {
        return Finance.of(
                journals.postings().stream().flatMap(List::stream),
                per,
                journals.program().zone(),
                until);
    }

    private Instant someInstant(Journals journals) {
        List<Instant> booked = journals.postings().stream()
                .flatMap(List::stream)
                .map(posting -> posting.header().recordedAt())
                .sorted()
                .toList();
        if (booked.isEmpty()) {
            return Instant.MAX;
        }
        Instant one = booked.get(chance.nextInt(booked.size()));
        return chance.nextInt(4) == 0 ? Instant.MAX : one.plusMillis(chance.nextInt(2));
    }

    private static Account accountOf(List<Posting> postings, Instant until) {
        Account account = Account.of(postings.get(0).header().member());
        for (Posting posting : postings) {
            if (posting.header().recordedAt().isBefore(until)) {
                account = account.apply(posting);
            }
        }
        return account;
    }

    private static Ageing ageing(List<Account> accounts, ZoneId zone) {
        SortedMap<YearMonth, Outstanding> months = new TreeMap<>();
        Outstanding never = Outstanding.NOTHING;
        for (Account account : accounts) {
            for (Lot lot : account.lots()) {
                Outstanding points =
                        new Outstanding(lot.in(Bucket.PENDING), lot.in(Bucket.AVAILABLE), lot.in(Bucket.HELD));
                Instant own = lot.expires().orElse(Instant.MAX);
                Instant idle = lot.terms()
                        .idleAt()
                        .map(each -> account.idleAt().filter(each::isBefore).orElse(each))
                        .orElse(Instant.MAX);
                Instant lapse = own.isBefore(idle) ? own : idle;
                if (lapse.equals(Instant.MAX)) {
                    never = never.plus(points);
                } else {
                    months.merge(YearMonth.from(LocalDate.ofInstant(lapse, zone)), points, Outstanding::plus);
                }
            }
        }
        return new Ageing(
                months, never, accounts.stream().mapToLong(Account::debt).sum());
    }
}
