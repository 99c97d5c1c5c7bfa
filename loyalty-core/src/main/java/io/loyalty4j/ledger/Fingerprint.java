package io.loyalty4j.ledger;

import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.LoyaltyException.UnreadableCommandException;
import io.loyalty4j.shop.MemberId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a command said, to tell a repetition from another command under the same id.
 *
 * @param text the canonical text: a line of {@code name=value} for each fact, sorted
 * @param sha256 of the text
 */
public record Fingerprint(String text, String sha256) {
    private static final String FORMAT = "loyalty4j-command/1";

    /** Of postings that the engine makes by itself. */
    static final Fingerprint NONE = new Fingerprint("", Sha256.hex(""));

    public static Fingerprint of(Command command) {
        StringBuilder text = new StringBuilder(FORMAT + "\n");
        command.facts().forEach((name, value) -> text.append(escaped(name) + "=" + escaped(value) + "\n"));
        String canonical = text.toString();
        return new Fingerprint(canonical, Sha256.hex(canonical));
    }

    /**
     * The command that said this.
     *
     * @param requestId as the posting has it
     * @throws UnreadableCommandException if the text is none of a command, or of one that is not known
     */
    public Command command(MemberId member, String requestId) {
        if (!text.startsWith(FORMAT + "\n")) {
            throw new UnreadableCommandException(requestId, "its text is not in the format " + FORMAT);
        }
        Map<String, String> facts = new TreeMap<>();
        lines(text.substring(FORMAT.length() + 1))
                .forEach((name, value) -> facts.put(unescaped(name), unescaped(value)));
        return Command.of(member, requestId, facts);
    }

    private static String unescaped(String text) {
        return text.replace("%0A", "\n").replace("%3D", "=").replace("%25", "%");
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("=", "%3D").replace("\n", "%0A");
    }

    /** Whether the digest is the text's. */
    boolean genuine() {
        return sha256.equals(Sha256.hex(text));
    }

    /** The first fact in which two texts differ; empty if they are the same. */
    public Optional<String> difference(Fingerprint other) {
        if (sha256.equals(other.sha256)) {
            return Optional.empty();
        }
        Map<String, String> mine = lines(text);
        Map<String, String> theirs = lines(other.text);
        TreeSet<String> names = new TreeSet<>(mine.keySet());
        names.addAll(theirs.keySet());
        return names.stream()
                .filter(name -> !mine.getOrDefault(name, "").equals(theirs.getOrDefault(name, "")))
                .findFirst();
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String line : text.split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            int sign = line.indexOf('=');
            lines.put(sign < 0 ? line : line.substring(0, sign), sign < 0 ? "" : line.substring(sign + 1));
        }
        return lines;
    }
}
