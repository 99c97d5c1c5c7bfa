package io.loyalty4j.program;

import io.loyalty4j.earn.ConditionCheck;
import io.loyalty4j.earn.EarnRule;
import io.loyalty4j.earn.Season;
import io.loyalty4j.reward.Offered;
import io.loyalty4j.reward.Reward;
import io.loyalty4j.shop.Identifier;
import io.loyalty4j.shop.Money;
import jakarta.validation.ConstraintValidatorContext;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Collects every mistake of a program, each with the path of the clause where it was made: {@code earn[fragrance-week].through}. */
final class ProgramCheck {
    private static final Duration LONGEST_HOLD = Duration.ofDays(366);

    private ProgramCheck() {}

    static boolean passes(ProgramDraft draft, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        Report report = new Report(context);
        ZoneId zone = zone(draft.zone(), report);
        Set<String> tiers = new LinkedHashSet<>(draft.tiers().codes());

        draft.twice().forEach(path -> report.at(path, "the id is there twice"));
        currency("currency", draft.currency(), report);
        draft.rates().forEach((code, rate) -> rate(code, rate, draft, report));
        draft.tiers().mistakes().forEach(mistake -> report.at("tiers", mistake));
        draft.tiers()
                .excluded()
                .ifPresent(lines -> ConditionCheck.mistakes(lines, tiers)
                        .forEach(mistake -> report.at("tiers.notCounting", mistake)));
        draft.inForceFrom()
                .ifPresent(from ->
                        Season.ALWAYS.from(from).check(zone, (clause, mistake) -> report.at("inForceFrom", mistake)));
        draft.excluded()
                .ifPresent(lines ->
                        ConditionCheck.mistakes(lines, tiers).forEach(mistake -> report.at("excluding", mistake)));
        draft.expiry().check(report.under("expiry"));
        draft.activation().check(report.under("activation"));
        holdsLast(draft.holdsLast(), report);
        draft.adjustments().check(report.under("adjustments"));
        draft.reinstatable().ifPresent(time -> Expiry.checkPositive("", time, report.under("reinstatableFor")));
        draft.claimableFor().ifPresent(time -> Expiry.checkPositive("claimableFor", time, report::at));
        draft.transfers().ifPresent(transfers -> transfers.check(report.under("transfers")));
        draft.unknown()
                .forEach(id -> report.at("without[" + id + "]", "there is no rule, reward or moment of that id"));
        if (draft.earn().isEmpty()) {
            report.at("earn", "there is no earn rule");
        }
        draft.earn().forEach((id, rule) -> rule.check(zone, tiers, report.entry("earn", id)));
        draft.earn().forEach((id, rule) -> rewards(rule, draft, report.entry("earn", id)));
        draft.most()
                .filter(limit -> limit.most() < 0)
                .ifPresent(limit -> report.at("atMostPoints", limit.most() + " is less than 0"));
        int decimals = decimals(draft.currency());
        draft.rewards().forEach((id, reward) -> reward.check(zone, decimals, tiers, report.entry("reward", id)));
        stocks(draft, report);
        moments(draft, zone, tiers, report);
        return report.clean;
    }

    /** Points are told by the rule or moment that gave them, so no two have the same id. */
    private static void moments(ProgramDraft draft, ZoneId zone, Set<String> tiers, Report report) {
        draft.moments().forEach((id, moment) -> {
            BiConsumer<String, String> at = report.entry("moment", id);
            if (draft.earn().containsKey(id)) {
                at.accept("", "an earn rule has this id");
            }
            new MomentCheck(draft, moment, at).check(zone, tiers);
        });
    }

    /** Of a currency that is known; as many as any has of others, which are reported elsewhere. */
    private static int decimals(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .mapToInt(currency -> Math.max(0, currency.getDefaultFractionDigits()))
                .findFirst()
                .orElse(6);
    }

    /** Rewards that share a stock must say the same of it. */
    private static void stocks(ProgramDraft draft, Report report) {
        Map<String, Long> pieces = new HashMap<>();
        new TreeMap<>(draft.rewards())
                .forEach((id, reward) -> new Offered(id, reward)
                        .stock()
                        .filter(stock -> pieces.computeIfAbsent(stock.name(), name -> stock.pieces()) != stock.pieces())
                        .ifPresent(stock -> report.entry("reward", id)
                                .accept(
                                        "stock",
                                        stock.pieces() + " pieces: others share the stock, and have another number")));
    }

    /** What rules give away must be there, and ask for what is given. */
    static void rewards(EarnRule rule, ProgramDraft draft, BiConsumer<String, String> report) {
        for (String code : rule.rewards()) {
            Reward reward = draft.rewards().get(code);
            if (reward == null) {
                report.accept(
                        "reward",
                        "there is no reward " + code + "; the program has "
                                + new TreeSet<>(draft.rewards().keySet()));
            } else if (reward.voucher().isEmpty()) {
                report.accept("reward", "anybody can have " + code + ": it asks for no voucher");
            }
        }
    }

    private static ZoneId zone(String zone, Report report) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            report.at(
                    "zone",
                    zone.isEmpty()
                            ? "is missing: days begin and end in a zone"
                            : "\"" + zone + "\" is no time zone such as Europe/London");
            return ZoneOffset.UTC;
        }
    }

    private static void holdsLast(Duration time, Report report) {
        if (time.isNegative()
                || time.isZero()
                || time.compareTo(LONGEST_HOLD) > 0
                || time.toNanosPart() % 1_000_000 != 0) {
            report.at(
                    "holdsLast",
                    time + " is not between a millisecond and " + LONGEST_HOLD.toDays()
                            + " days, in whole milliseconds");
        }
    }

    private static void rate(String code, String rate, ProgramDraft draft, Report report) {
        String path = "alsoAccepts[" + code + "]";
        currency(path, code, report);
        if (code.equals(draft.currency())) {
            report.at(path, "is the program's own currency");
        }
        if (!rate.matches(Money.PATTERN) || new BigDecimal(rate).signum() == 0) {
            report.at(path, "\"" + rate + "\" is no rate above zero");
        }
    }

    private static void currency(String path, String currency, Report report) {
        try {
            Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            report.at(path, currency.isEmpty() ? "is missing" : "\"" + currency + "\" is no ISO 4217 currency");
        }
    }

    /** Turns mistakes into violations at their paths. */
    private static final class Report {
        private final ConstraintValidatorContext context;
        private boolean clean = true;

        Report(ConstraintValidatorContext context) {
            this.context = context;
        }

        void at(String path, String mistake) {
            clean = false;
            context.buildConstraintViolationWithTemplate(mistake)
                    .addPropertyNode(path)
                    .addConstraintViolation();
        }

        BiConsumer<String, String> under(String part) {
            return (clause, mistake) -> at(clause.isEmpty() ? part : part + "." + clause, mistake);
        }

        BiConsumer<String, String> entry(String map, String id) {
            BiConsumer<String, String> entry = under(map + "[" + id + "]");
            if (!id.matches(Identifier.PATTERN)) {
                entry.accept("", "an id " + Identifier.WORDS);
            }
            return entry;
        }
    }
}
