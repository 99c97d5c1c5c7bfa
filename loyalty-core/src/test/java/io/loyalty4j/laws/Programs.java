package io.loyalty4j.laws;

import io.loyalty4j.earn.PlanTerms;
import io.loyalty4j.laws.ProgramSpec.Ladder;
import io.loyalty4j.laws.ProgramSpec.Lapse;
import io.loyalty4j.shop.Policy;
import io.loyalty4j.shop.Window;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Random programs over everything that a program can say. */
final class Programs {
    static final LocalDate BEGIN = LocalDate.of(2026, 1, 20);
    static final String[] CATEGORIES = {"food", "toys", "gift"};
    private static final String[] ZONES = {"UTC", "America/New_York", "Europe/London", "Asia/Tokyo", "Pacific/Auckland"
    };

    private static final List<RuleSpec.Kind> OF_ORDERS = List.of(
            RuleSpec.Kind.PER,
            RuleSpec.Kind.PER_WHOLE,
            RuleSpec.Kind.PER_ITEM,
            RuleSpec.Kind.PER_ORDER,
            RuleSpec.Kind.TIMES);
    static final List<Window> WINDOWS = List.of(
            Window.DAY,
            Window.WEEK,
            Window.MONTH,
            Window.QUARTER,
            Window.YEAR,
            Window.MEMBERSHIP_YEAR,
            Window.LIFETIME,
            Window.rolling(Period.ofDays(3)),
            Window.rolling(Period.ofDays(40)),
            Window.rolling(Duration.ofHours(50)));

    private final Chance chance;
    private final boolean restless;

    /**
     * @param restless whether points lapse soon and are given back
     */
    Programs(Chance chance, boolean restless) {
        this.chance = chance;
        this.restless = restless;
    }

    ProgramSpec first() {
        return program("1", chance.of("EUR", "JPY", "KWD"), chance.of(ZONES), Optional.empty());
    }

    /** The next version: everything may be different but the currency. */
    ProgramSpec next(ProgramSpec before, LocalDate from) {
        String zone = chance.percent(80) ? before.zone() : chance.of(ZONES);
        ProgramSpec next = program("2", before.currency(), zone, Optional.of(from.toString()));
        return chance.percent(50)
                ? next
                : next.rules(before.rules().stream().filter(this::independent).toList());
    }

    private boolean independent(RuleSpec rule) {
        return rule.activity().isPresent()
                || (rule.byTier().isEmpty() && rule.when().isEmpty());
    }

    private ProgramSpec program(String version, String currency, String zone, Optional<String> from) {
        Ladder ladder = chance.percent(30) ? Ladder.NONE : ladder();
        Terms terms = new Terms(
                chance,
                ladder.tiers().isEmpty()
                        ? "MEMBER"
                        : "T" + chance.between(0, ladder.tiers().size()));
        List<RewardSpec> rewards = new ArrayList<>();
        for (int i = chance.between(1, 3); i > 0; i--) {
            Optional<Term> when = chance.percent(75) ? Optional.empty() : Optional.of(terms.onOrder(1));
            rewards.add(RewardSpec.any(chance, i, when));
        }
        return new ProgramSpec(
                version,
                currency,
                zone,
                from,
                chance.percent(70) ? Optional.empty() : Optional.of(new Term.Category("gift")),
                rules(terms, ladder),
                most(),
                ladder,
                List.copyOf(rewards),
                lapse(),
                chance.percent(55) ? Period.ZERO : Period.ofDays(chance.of(1, 3, 14)),
                chance.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofDays(2), Duration.ofDays(40)),
                policies());
    }

    private Ladder ladder() {
        int first = chance.between(40, 200);
        return new Ladder(
                chance.of(Window.YEAR, Window.YEAR, Window.QUARTER, Window.MONTH, Window.LIFETIME),
                chance.of(ProgramSpec.Kept.values()),
                chance.percent(50) ? List.of(first) : List.of(first, first * 3));
    }

    private Lapse lapse() {
        Period time = restless
                ? chance.of(Period.ofDays(5), Period.ofDays(20))
                : chance.of(Period.ofDays(5), Period.ofDays(20), Period.ofMonths(2), Period.ofMonths(12));
        return switch (chance.weighted(restless ? 2 : 20, 45, 35)) {
            case 0 -> Lapse.NEVER;
            case 1 ->
                new Lapse(
                        Lapse.Kind.BY_AGE,
                        time,
                        chance.of(Window.DAY, Window.DAY, Window.MONTH, Window.QUARTER, Window.YEAR),
                        Optional.empty());
            default ->
                new Lapse(
                        Lapse.Kind.BY_INACTIVITY,
                        time,
                        chance.of(Window.DAY, Window.DAY, Window.MONTH),
                        chance.percent(80) ? Optional.empty() : Optional.of("2026-03-01"));
        };
    }

    private List<Policy> policies() {
        List<Policy> policies = new ArrayList<>();
        for (Class<?> question : Policy.class.getPermittedSubclasses()) {
            Policy[] choices = (Policy[]) question.getEnumConstants();
            boolean first =
                    (question == Policy.Enrolment.class || (restless && question == Policy.RedeemedOnReturn.class))
                            && chance.percent(80);
            if (question == Policy.ClawBack.class && chance.percent(25)) {
                policies.add(Policy.ClawBack.INTO_DEBT);
            } else if (!first) {
                policies.add(chance.of(choices));
            }
        }
        return List.copyOf(policies);
    }

    private List<RuleSpec> rules(Terms terms, Ladder ladder) {
        List<RuleSpec> rules = new ArrayList<>();
        rules.add(rule("base", chance.percent(80) ? RuleSpec.Kind.PER : RuleSpec.Kind.PER_WHOLE, terms, 20, 10));
        for (int i = chance.between(0, 4); i > 0; i--) {
            RuleSpec.Kind kind = chance.of(OF_ORDERS);
            rules.add(rule(chance.of("a", "k", "z") + i, kind, terms, 50, kind == RuleSpec.Kind.PER_ORDER ? 70 : 30));
        }
        if (!ladder.tiers().isEmpty() && chance.percent(40)) {
            RuleSpec times = rule("status", RuleSpec.Kind.TIMES, terms, 20, 10);
            rules.add(RuleSpec.of(times.id(), times.kind(), times.points(), chance.of("1", "1.1"))
                    .byTier(Map.of("T1", "1.5", "T0", "1"))
                    .on(times.on())
                    .when(times.when()));
        }
        if (chance.percent(15)) {
            RuleSpec limited = rule("m1", RuleSpec.Kind.TIMES, terms, 40, 30);
            rules.add(limited.caps(List.of(new CapSpec(true, chance.of(3L, 10L), Optional.empty()))));
            rules.add(rule("m2", RuleSpec.Kind.TIMES, terms, 40, 30));
        }
        if (chance.percent(40)) {
            grouped(rules, terms);
        }
        rules.add(RuleSpec.of("review", RuleSpec.Kind.PER_ORDER, chance.of(5L, 30L), "")
                .caps(chance.percent(50) ? List.of() : List.of(cap(RuleSpec.Kind.PER_ORDER)))
                .activity("review"));
        new Quests(chance).add(rules, terms::onLine);
        return List.copyOf(rules);
    }

    /** Puts rules into one or two groups of two or three. */
    private void grouped(List<RuleSpec> rules, Terms terms) {
        for (String group : chance.percent(70) ? List.of("g") : List.of("g", "h")) {
            for (int i = chance.between(2, 3); i > 0; i--) {
                int known = chance.below(rules.size());
                if (chance.percent(40) && rules.get(known).group().isEmpty()) {
                    rules.set(known, rules.get(known).group(Optional.of(group)));
                } else {
                    RuleSpec more = rule(group + i, chance.of(OF_ORDERS), terms, 40, 30);
                    rules.add(more.group(Optional.of(group)));
                }
            }
        }
    }

    private RuleSpec rule(String id, RuleSpec.Kind kind, Terms terms, int on, int when) {
        String amount = switch (kind) {
            case PER -> chance.of("1.00", "0.70", "0.25", "3");
            case PER_WHOLE -> chance.of("1", "5.00", "12.5", "40");
            case TIMES -> chance.of("2", "1.5", "3", "1.333", "1");
            default -> "";
        };
        List<CapSpec> caps = new ArrayList<>();
        for (int i = chance.weighted(70, 22, 8); i > 0; i--) {
            caps.add(cap(kind));
        }
        return RuleSpec.of(id, kind, chance.of(1L, 1L, 2L, 3L, 25L), amount)
                .on(chance.percent(on) ? Optional.of(terms.onLine(2)) : Optional.empty())
                .when(chance.percent(when) ? Optional.of(terms.onOrder(2)) : Optional.empty())
                .caps(caps)
                .season(chance.percent(15) ? Optional.of(season()) : Optional.empty());
    }

    private RuleSpec.Season season() {
        LocalDate from = BEGIN.plusDays(chance.between(0, 600));
        return new RuleSpec.Season(from, from.plusDays(chance.of(6, 60, 300)));
    }

    private CapSpec cap(RuleSpec.Kind kind) {
        boolean countable = kind == RuleSpec.Kind.PER_ITEM || kind == RuleSpec.Kind.PER_WHOLE;
        Optional<Window> window = Optional.of(chance.of(WINDOWS));
        return switch (chance.weighted(35, 35, 25, countable ? 30 : 0)) {
            case 0 -> new CapSpec(true, chance.of(3L, 10L, 40L, 200L), Optional.empty());
            case 1 -> new CapSpec(true, chance.of(10L, 40L, 200L), window);
            case 2 -> new CapSpec(false, chance.between(1, 3), window);
            default -> new CapSpec(false, chance.between(1, 5), Optional.empty());
        };
    }

    private Optional<PlanTerms.MemberLimit> most() {
        return chance.percent(75)
                ? Optional.empty()
                : Optional.of(new PlanTerms.MemberLimit(chance.of(20L, 100L, 400L), chance.of(WINDOWS)));
    }

    /** Random conditions. */
    private record Terms(Chance chance, String tier) {
        Term onLine(int depth) {
            return switch (chance.weighted(40, 15, 15, depth * 5, depth * 5, depth * 5)) {
                case 0 -> new Term.Category(chance.of(CATEGORIES));
                case 1 -> new Term.QuantityFrom(chance.between(2, 4));
                case 2 -> new Term.LineFrom(chance.of("10", "24.50", "60"));
                case 3 -> new Term.Both(onLine(depth - 1), onLine(depth - 1));
                case 4 -> new Term.Either(onLine(depth - 1), onLine(depth - 1));
                default -> new Term.Not(onLine(depth - 1));
            };
        }

        Term onOrder(int depth) {
            return switch (chance.weighted(25, 25, 5, 5, depth * 5, depth * 5, depth * 5)) {
                case 0 -> new Term.OrderFrom(chance.of("10", "40.00", "99.99"));
                case 1 -> new Term.AnyLine(onLine(1));
                case 2 -> new Term.InTier(tier);
                case 3 -> new Term.FirstOrder();
                case 4 -> new Term.Both(onOrder(depth - 1), onOrder(depth - 1));
                case 5 -> new Term.Either(onOrder(depth - 1), onOrder(depth - 1));
                default -> new Term.Not(onOrder(depth - 1));
            };
        }
    }
}
