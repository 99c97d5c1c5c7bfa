package io.loyalty4j.testing;

import static io.loyalty4j.testing.Trial.ANA;

import io.loyalty4j.shop.Member;
import io.loyalty4j.store.LoyaltyStore;
import java.util.List;
import java.util.Optional;

/** What the shop says of a member comes back as it was said. */
final class ProfileTextChecks {
    static final List<String> TEXTS = List.of(
            "Łódź, Αθήνα, Москва, القاهرة, 東京",
            "an emoji \uD83D\uDE00 and a family \uD83D\uDC69\u200D\uD83D\uDC67",
            "e\u0301 is not \u00E9",
            "a line\r\nand a line\nand one more\r",
            "a\tb\u2028c\u2029d\u0085e",
            " spaces before and behind ",
            "'; DROP TABLE postings; --",
            "back\\slash, \"quotes\", {braces}, ${jndi:x}, %s, 100%",
            "I i \u0130 \u0131",
            "a".repeat(128));

    private ProfileTextChecks() {}

    static List<Clause> all() {
        return List.of(
                Clause.of("words of a profile come back as they were", trial -> profiles(trial.store(), trial.store())),
                Clause.afterReopening(
                        "words of a profile come back as they were in another process",
                        trial -> profiles(trial.store(), trial.reopened())));
    }

    private static void profiles(LoyaltyStore writing, LoyaltyStore reading) {
        Member profile = Member.of(ANA).birthday("02-29").person("p-1");
        for (String text : TEXTS) {
            Member next = profile.with("text", text).with(text, "value");
            Expect.that("a profile is written", writing.replace(writing.profile(ANA), next));
            Expect.equal("the profile", Optional.of(next), reading.profile(ANA));
            Expect.that("it is what was seen", reading.replace(Optional.of(next), profile));
        }
    }
}
