package io.loyalty4j.ledger;

import io.loyalty4j.earn.Counter;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What a store keeps, as text and back, the same on every machine. What is read equals what was written, to the number of decimals. Every text begins
 * with a line that names its format, and says one thing in one way: what would be written otherwise is not read.
 *
 * <p>All readers throw {@link IllegalArgumentException}, with the line, of a text of another format, or one that was altered.
 */
public final class LedgerText {
    private static final String CHANGES = "loyalty4j-changes/1";
    private static final String POSITION = "loyalty4j-position/1";
    private static final String LOT = "loyalty4j-lot/1";
    private static final String HOLD = "loyalty4j-hold/1";
    private static final String COUNTER = "loyalty4j-counter/1";
    private static final String LIFE = "loyalty4j-life/1";
    private static final String REASON = "loyalty4j-reason/1";
    private static final String PROFILE = "loyalty4j-profile/1";
    private static final String FACTS = "loyalty4j-facts/1";
    private static final String WORDS = "loyalty4j-words/1";

    private LedgerText() {}

    /** All of a posting, with the text of its command. Its lines are those that are hashed, where amounts have no zeros at their end. */
    public static String posting(Posting posting) {
        TextWriter text = TextWriter.exact();
        CanonicalText.whole(text, posting);
        return text.toString();
    }

    public static Posting posting(String text) {
        return Reading.of(text, CanonicalText.FORMAT, CanonicalText::read, LedgerText::posting);
    }

    /** The changes of a posting, for a store that keeps the rest of it in columns. */
    public static String changes(List<Change> changes) {
        return written(CHANGES, changes, (text, all) -> all.forEach(each -> ChangeText.write(text, each)));
    }

    public static List<Change> changes(String text) {
        return read(text, CHANGES, lines -> List.copyOf(ChangeText.read(lines)), LedgerText::changes);
    }

    public static String position(OrderPosition position) {
        return written(POSITION, position.fromNothing(), OrderText::write);
    }

    public static OrderPosition position(MemberId member, String text) {
        return read(
                text,
                POSITION,
                lines -> OrderPosition.after(Optional.empty(), member, OrderText.read(lines)),
                LedgerText::position);
    }

    /** A lot, open or closed. */
    public static String lot(Lot lot) {
        return written(LOT, lot, (text, one) -> LotText.write(text, AccountText.LOT, one));
    }

    public static Lot lot(String text) {
        return read(text, LOT, lines -> LotText.read(lines, AccountText.LOT), LedgerText::lot);
    }

    public static String hold(Hold hold) {
        return written(HOLD, hold, HoldText::write);
    }

    public static Hold hold(String text) {
        return read(text, HOLD, HoldText::read, LedgerText::hold);
    }

    /** A counter without its name. */
    public static String counter(Counter counter) {
        return written(COUNTER, counter, (text, one) -> text.line(CounterText.COUNTER, CounterText.parts(one)));
    }

    public static Counter counter(String text) {
        return read(text, COUNTER, lines -> CounterText.counter(lines.line(CounterText.COUNTER)), LedgerText::counter);
    }

    /** What an account is beside version, hash, lots, holds and counters: status, times, debt, standing and program. */
    public static String life(Account account) {
        return written(LIFE, account, LifeText::write);
    }

    /**
     * An account of its pieces.
     *
     * @param lots the open ones, in the order that the account had them in, which is that in which they were opened
     * @param holds likewise
     */
    public static Account account(
            MemberId member,
            long version,
            String hash,
            String life,
            List<Lot> lots,
            List<Hold> holds,
            Map<String, Counter> counters) {
        Account alone = read(life, LIFE, lines -> LifeText.read(member, lines), LedgerText::life);
        return AccountText.with(alone, version, hash, lots, holds, counters);
    }

    /** All of an account. */
    public static String account(Account account) {
        TextWriter text = TextWriter.exact();
        AccountText.write(text, account);
        return text.toString();
    }

    public static Account account(MemberId member, String text) {
        return Reading.of(text, AccountText.WHOLE, lines -> AccountText.read(member, lines), LedgerText::account);
    }

    /** Why something was given. */
    public static String reason(Reason reason) {
        return written(REASON, reason, (text, one) -> text.line("reason", AwardText.parts(one)));
    }

    public static Reason reason(String text) {
        return read(text, REASON, lines -> AwardText.reason(lines.line("reason")), LedgerText::reason);
    }

    public static String profile(Member member) {
        return written(PROFILE, member, ProfileText::write);
    }

    public static Member profile(MemberId member, String text) {
        return read(text, PROFILE, lines -> ProfileText.read(member, lines), LedgerText::profile);
    }

    /** What a command says, without the profile of a {@link Member}: the text that is {@linkplain Fingerprint#text() kept with its posting}. */
    public static String command(Command command) {
        return Fingerprint.of(command).text();
    }

    /**
     * The command that said this; see {@link Command#of} for how equal it is.
     *
     * @param requestId as the command or its posting has it
     */
    public static Command command(MemberId member, String requestId, String text) {
        return Reading.ofCommand(member, requestId, text);
    }

    /** Words by name, whatever their letters: what a contact remembers, what a notice tells. */
    public static String facts(SortedMap<String, String> facts) {
        return written(FACTS, facts, (text, all) -> text.lines("fact", all));
    }

    public static SortedMap<String, String> facts(String text) {
        return read(
                text,
                FACTS,
                lines -> new TreeMap<>(lines.map("fact", TextFields::text, TextFields::text)),
                LedgerText::facts);
    }

    /** Words, each once, in no order. */
    public static String words(Set<String> words) {
        return written(WORDS, words, (text, all) -> all.stream().sorted().forEach(word -> text.line("word", word)));
    }

    public static Set<String> words(String text) {
        return read(text, WORDS, lines -> Set.copyOf(lines.each("word", TextFields::text)), LedgerText::words);
    }

    private static <T> String written(String format, T value, BiConsumer<TextWriter, T> how) {
        TextWriter text = TextWriter.exact().line(format);
        how.accept(text, value);
        return text.toString();
    }

    private static <T> T read(String text, String format, Function<TextReader, T> how, Function<T, String> again) {
        return Reading.of(
                text,
                format,
                lines -> {
                    lines.line(format);
                    return how.apply(lines);
                },
                again);
    }
}
