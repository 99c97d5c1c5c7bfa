package io.loyalty4j.examples.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The words of a command line: files, and options with their values. */
record Said(List<String> files, Map<String, String> options) {
    private static final Map<String, String> USUAL = Map.of(
            "--out", "target/what-if.html", "--worth", "", "--redemption", "0.80", "--programs", "today,by-tier");

    static Said of(List<String> words, Consumer<String> problem) {
        Said said = new Said(new ArrayList<>(), new LinkedHashMap<>(USUAL));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                said.files.add(word);
            } else if (i + 1 == words.size() || words.get(i + 1).startsWith("--")) {
                problem.accept(USUAL.containsKey(word) ? word + " wants a value" : noOption(word));
            } else if (said.options.replace(word, words.get(++i)) == null) {
                problem.accept(noOption(word));
            }
        }
        return said;
    }

    private static String noOption(String word) {
        return word + " is no option: " + USUAL.keySet().stream().sorted().collect(Collectors.joining(", ")) + " are";
    }

    /** Its value, or the usual one. */
    String the(String option) {
        return Objects.requireNonNull(options.get(option), option);
    }
}
