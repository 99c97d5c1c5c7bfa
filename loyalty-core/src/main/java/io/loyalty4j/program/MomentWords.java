package io.loyalty4j.program;

import io.loyalty4j.shop.TimeWords;

/** A moment in a few words, which also say why its gift was given. */
final class MomentWords {
    private MomentWords() {}

    static String of(MomentTerms moment) {
        String what = moment.gifts().stream()
                .findFirst()
                .map(gift -> gift.clause().equals(MomentTerms.DRAW)
                        ? gift.rule().describe()
                        : "a gift of " + gift.rule().describe())
                .orElse("a word");
        return what + " " + when(moment.kind(), moment.span());
    }

    private static String when(Moment.Kind kind, MomentTerms.Span span) {
        return switch (kind) {
            case AFTER_ORDER -> TimeWords.of(span.pause()) + " after an order";
            case BIRTHDAY -> "on the birthday";
            case ANNIVERSARY -> "on the anniversary of the enrolment";
            case BEFORE_EXPIRY -> TimeWords.of(span.period()) + " before something expires";
            case TIER_AT_RISK -> TimeWords.of(span.period()) + " before a tier ends";
            case DORMANT -> span.absence().describe();
        };
    }
}
