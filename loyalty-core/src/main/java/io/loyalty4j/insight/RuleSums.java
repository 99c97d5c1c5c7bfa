package io.loyalty4j.insight;

import io.loyalty4j.earn.Award;
import io.loyalty4j.shop.MemberId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one rule gave in a period, as it is added up. Those of one member come together, so the last one is all that is remembered. */
final class RuleSums {
    private final SortedMap<String, Long> byVersion = new TreeMap<>();
    private long points;
    private long wanted;
    private long members;
    private Optional<MemberId> last = Optional.empty();

    void add(Award award, int sign, String version) {
        points = Math.addExact(points, sign * award.points());
        wanted = Math.addExact(wanted, sign * award.wanted());
        byVersion.merge(version, sign * award.points(), Math::addExact);
    }

    void of(MemberId member) {
        if (!last.filter(member::equals).isPresent()) {
            last = Optional.of(member);
            members++;
        }
    }

    RuleIssue issue() {
        return new RuleIssue(points, wanted, members, byVersion);
    }
}
