package io.loyalty4j.ledger;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.shop.Estate;
import io.loyalty4j.shop.MemberId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A voucher's code, by its hash: a counter of 1 until it is used, then of 0, and of less while its voucher is taken back. Its terms name the voucher that it
 * opens, its number among the codes of its cause, and the cause.
 */
final class CodeCounter {
    private static final String PREFIX = "code/";
    private static final long TAKEN = 2;

    private CodeCounter() {}

    static boolean is(String counter) {
        return counter.startsWith(PREFIX);
    }

    static String name(String hash) {
        return PREFIX + hash;
    }

    static String hash(String name) {
        return name.substring(PREFIX.length());
    }

    /** The voucher that it opens; empty if the member has no such code. */
    static Optional<String> voucher(Map<String, Counter> counters, String hash) {
        return Optional.ofNullable(counters.get(name(hash)))
                .flatMap(Counter::terms)
                .map(Terms::parse)
                .map(Terms::voucher);
    }

    static void use(Draft draft, String hash) {
        add(draft, name(hash), -1);
    }

    static void giveBack(Draft draft, String hash) {
        add(draft, name(hash), 1);
    }

    private static void add(Draft draft, String name, long by) {
        Counter before = draft.counters().get(name);
        if (before != null) {
            draft.set(name, new Counter(Math.addExact(before.value(), by), before.terms(), before.until()));
        }
    }

    /** A new one, known as long as its voucher. */
    static void issue(Draft draft, String hash, String cause, String voucher) {
        Terms terms = new Terms(voucher, of(draft, cause, voucher).size(), cause);
        draft.set(name(hash), new Counter(1, Optional.of(terms.text()), Optional.of(Voucher.forgotten(voucher))));
    }

    /** How many codes a cause has had for a voucher, whatever became of them. */
    static int count(Draft draft, String cause, String voucher) {
        return of(draft, cause, voucher).size();
    }

    /** So many vouchers of a cause are taken back: the codes that it gave last and that were not used are dead. */
    static void takeBack(Draft draft, String cause, String voucher, long count) {
        List<String> unused = of(draft, cause, voucher).stream()
                .filter(name -> draft.counted(name) > 0)
                .toList();
        unused.stream().skip(Math.max(0, unused.size() - count)).forEach(name -> add(draft, name, -TAKEN));
    }

    /** Some of them are given once more, and their codes are good again. Gives how many codes that were. */
    static long revive(Draft draft, String cause, String voucher, long count) {
        List<String> dead = of(draft, cause, voucher).stream()
                .filter(name -> draft.counted(name) < 0)
                .limit(count)
                .toList();
        dead.forEach(name -> add(draft, name, TAKEN));
        return dead.size();
    }

    private static List<String> of(Draft draft, String cause, String voucher) {
        Stream<Map.Entry<String, Counter>> codes =
                draft.counters().entrySet().stream().filter(counter -> is(counter.getKey()));
        return codes.filter(code -> terms(code).cause().equals(cause)
                        && terms(code).voucher().equals(voucher))
                .sorted(Comparator.comparing(code -> terms(code).number()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Terms terms(Map.Entry<String, Counter> code) {
        return Terms.parse(code.getValue().terms().orElseThrow());
    }

    /** Brings a code over from another account of the same person, or what became of it there. One that was used here stays used. */
    static void inherit(Draft draft, Estate.Count count, MemberId from) {
        Counter known = draft.counters().get(count.name());
        long before = known == null ? 0 : known.value();
        Optional<String> terms = known == null
                ? count.terms().map(Terms::parse).map(there -> there.of(from).text())
                : known.terms();
        if (count.by() > 0 || before > 0) {
            draft.set(count.name(), new Counter(before + count.by(), terms, count.until()));
        }
    }

    /** What it says of itself. */
    private record Terms(String voucher, int number, String cause) {
        static Terms parse(String text) {
            String[] parts = text.split(" ", 3);
            return new Terms(parts[0], Integer.parseInt(parts[1]), parts[2]);
        }

        String text() {
            return voucher + " " + number + " " + cause;
        }

        /** The cause is another account's. */
        Terms of(MemberId member) {
            return new Terms(voucher, number, Estates.foreign(member, cause));
        }
    }
}
