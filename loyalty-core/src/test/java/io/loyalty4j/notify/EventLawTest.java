package io.loyalty4j.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.laws.Chance;
import io.loyalty4j.laws.Journals;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EventLawTest {
    private static final int SCENARIOS = Math.min(20, Integer.getInteger("loyalty4j.laws.commands", 100_000) / 800);
    private static final int YEARS = Math.min(12, Integer.getInteger("loyalty4j.laws.commands", 100_000) / 1_000);
    private static final int COMMANDS = 350;

    private final long seed = Chance.seed();
    private final Map<String, Integer> met = new TreeMap<>();

    @Test
    void whateverRandomProgramsDoEachPointIsToldOnceAndNothingIsToldOfNothing() {
        for (int i = 0; i < SCENARIOS; i++) {
            Journals journals = Journals.of(seed, i);
            EventLaws laws = new EventLaws(new EventReading(journals.program(), Optional.empty()), met);
            journals.postings().forEach(laws::hold);
        }
        System.out.println("Events of random programs, seed " + seed + ": " + met);
    }

    @Test
    void whateverMembersAndPeopleOfTheShopDoEachPointIsToldOnceAndNothingIsToldOfNothing() {
        for (int i = 0; i < YEARS; i++) {
            BusyLives lives = new BusyLives(Chance.seed(seed, i)).pass(COMMANDS);
            EventLaws laws = new EventLaws(new EventReading(lives.program(), Optional.of(BusyProgram.KEY)), met);
            lives.journals().forEach(laws::hold);
        }
        System.out.println("Events of busy lives, seed " + seed + ": " + met);
        assertThat(met)
                .containsKeys(
                        "Enrolled",
                        "PointsEarned",
                        "PointsActivated",
                        "PointsRedeemed",
                        "PointsReleased",
                        "PointsRestored",
                        "PointsClawedBack",
                        "DebtOpened",
                        "DebtPaid",
                        "PointsAdjusted",
                        "PointsTransferred",
                        "PointsExpired",
                        "TierReached",
                        "TierLost",
                        "RewardReserved",
                        "RewardUsed",
                        "VoucherIssued",
                        "ReferralQualified",
                        "MilestoneReached");
    }
}
