package io.loyalty4j.testing;

import io.loyalty4j.earn.Probes;
import io.loyalty4j.program.LoyaltyProgram;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import java.time.Instant;
import java.time.MonthDay;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;

/**
 * Who the members of samples are: as was said, or else what the rule is known to ask for.
 *
 * @param said profiles
 */
record RuleProfile(LoyaltyProgram program, Probes probes, List<Member> said) {
    private static final DateTimeFormatter BIRTHDAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    Member of(MemberId member, Instant at) {
        return said.stream()
                .filter(profile -> profile.member().equals(member))
                .findFirst()
                .orElseGet(() -> asked(Member.of(member), at));
    }

    private Member asked(Member nobody, Instant at) {
        MonthDay day = MonthDay.from(at.atZone(program.zone()));
        Member member = probes.birthdays() ? nobody.birthday(BIRTHDAY.format(day)) : nobody;
        for (Map.Entry<String, NavigableSet<String>> attribute :
                probes.memberAttributes().entrySet()) {
            member = member.with(attribute.getKey(), attribute.getValue().first());
        }
        return member;
    }

    /** Long before, if there was a program; on the day a year before if the rule asks for that. */
    Instant enrolledAt(Instant at) {
        Instant before = at.atZone(program.zone())
                .minus(Period.ofYears(1))
                .minusDays(probes.anniversaries() ? 0 : 1)
                .toInstant();
        return before.isBefore(program.inForceFrom()) ? at : before;
    }
}
