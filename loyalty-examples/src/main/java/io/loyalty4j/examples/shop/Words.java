package io.loyalty4j.examples.shop;

import com.samskivert.mustache.Mustache;
import io.loyalty4j.earn.Award;
import io.loyalty4j.earn.Hint;
import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.shop.Money;
import io.loyalty4j.shop.Reason;
import io.loyalty4j.shop.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What customers read: the engine's codes and facts in the words of {@code words.properties}. In English, on every machine. */
final class Words {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            Words.class.getPackageName() + ".words",
            Locale.ENGLISH,
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private Words() {}

    static String money(BigDecimal amount) {
        return String.format(Locale.ENGLISH, "€%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
    }

    static String money(Money money) {
        return money(money.amount());
    }

    static String number(long points) {
        return String.format(Locale.ENGLISH, "%,d", points);
    }

    /** With its sign, and a minus that is one. */
    static String change(long points) {
        return (points > 0 ? "+" : points < 0 ? "−" : "") + number(Math.abs(points));
    }

    static String points(long points) {
        return number(points) + (Math.abs(points) == 1 ? " point" : " points");
    }

    static String items(int pieces) {
        return pieces == 1 ? "1 item" : pieces + " items";
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    static String shortDay(Instant at, ZoneId zone) {
        return SHORT_DAY.format(at.atZone(zone));
    }

    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** The name of a rule, a reward, a tier or a moment; the id itself where there is none. */
    static String name(String id) {
        return text("name." + id, id);
    }

    static String award(Award award) {
        return award(award.rule(), award.points(), award.reason());
    }

    /** Points of one rule, with the reason where its name does not say it. */
    static String award(String rule, long points, Reason reason) {
        String what = name(rule) + ": " + points(points);
        String why = rule.startsWith("~") ? "" : reason(reason);
        return why.isEmpty() ? what : what + " (" + why + ")";
    }

    /** The engine's own English where the shop has no words for the code. */
    private static String reason(Reason reason) {
        return filled(
                "reason." + reason.code(),
                reason.facts().stream().map(Words::name).toList(),
                reason.text());
    }

    private static String filled(String key, List<?> facts, String otherwise) {
        return TEXTS.containsKey(key)
                ? new MessageFormat(TEXTS.getString(key), Locale.ENGLISH).format(facts.toArray())
                : otherwise;
    }

    static String hint(Hint hint) {
        boolean money = hint.unit().equals(ShopProgram.CURRENCY);
        String missing = money ? money(hint.missing()) : hint.missing().toPlainString() + " " + hint.unit();
        String key = hint.gain().code().equals("tier") ? "hint.tier" : "hint";
        return filled(key, List.of(missing, reason(hint.gain())), hint.toString());
    }

    /** What points did, by a key of the shop's own. */
    static String moved(String how, long points) {
        return filled("moved." + how, List.of(points(points)), how);
    }

    static String refusal(Refusal refusal) {
        return filled(
                "refusal." + refusal.code(),
                refusal.facts().stream().map(Words::fact).toList(),
                refusal.toString());
    }

    private static Object fact(Object fact) {
        if (fact instanceof Money money) {
            return money(money);
        }
        return fact instanceof String id ? name(id) : fact;
    }

    /** What the member is written; empty where that is nothing. */
    static String event(LoyaltyEvent event) {
        Map<String, String> facts = new HashMap<>();
        event.facts().forEach((name, fact) -> facts.put(name, fact(name, fact)));
        if (event instanceof LoyaltyEvent.VoucherIssued voucher) {
            facts.put("code", voucher.code());
        }
        facts.computeIfPresent("pending", (name, points) -> points.equals(points(0)) ? "" : points);
        if (String.valueOf(facts.get("pending")).equals(facts.get("points"))) {
            facts.put("all", "all");
        }
        String key = "event." + event.kind();
        String pattern = text(key + "." + event.facts().getOrDefault("reward", ""), text(key, ""));
        return Mustache.compiler()
                .escapeHTML(false)
                .emptyStringIsFalse(true)
                .defaultValue("")
                .compile(pattern)
                .execute(facts);
    }

    private static String fact(String name, String fact) {
        return switch (name) {
            case "points", "pending", "debt" -> points(Long.parseLong(fact));
            case "lastDay", "by" -> day(LocalDate.parse(fact));
            case "missing" -> money(new BigDecimal(fact));
            default -> name(fact);
        };
    }

    private static String text(String key, String otherwise) {
        return TEXTS.containsKey(key) ? TEXTS.getString(key) : otherwise;
    }
}
