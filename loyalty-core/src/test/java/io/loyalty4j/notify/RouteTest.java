package io.loyalty4j.notify;

import static io.loyalty4j.notify.Events.atRisk;
import static io.loyalty4j.notify.Events.birthday;
import static io.loyalty4j.notify.Events.earned;
import static io.loyalty4j.notify.Events.expiring;
import static io.loyalty4j.notify.Inbox.berlin;
import static io.loyalty4j.shop.Window.DAY;
import static io.loyalty4j.shop.Window.LIFETIME;
import static io.loyalty4j.shop.Window.MONTH;
import static io.loyalty4j.shop.Window.WEEK;
import static io.loyalty4j.shop.Window.rolling;
import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.notify.LoyaltyEvent.Birthday;
import io.loyalty4j.notify.LoyaltyEvent.PointsExpiringSoon;
import io.loyalty4j.notify.LoyaltyEvent.TierAtRisk;
import io.loyalty4j.notify.Verdict.HoldBack;
import io.loyalty4j.notify.Verdict.Send;
import io.loyalty4j.notify.Verdict.Wait;
import io.loyalty4j.shop.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whether an event goes to a member by one way. N1 is a published example of a frequency cap. */
class RouteTest {
    private static final Verdict SEND = new Send();
    private static final Instant NOON = berlin("2026-03-02T12:00");

    private static Channel email() {
        return Channel.of("email", event -> {});
    }

    private static Channel push() {
        return Channel.of("push", event -> {});
    }

    @Nested
    class KnownAnswers {
        @Test
        @DisplayName(
                "N1 at most 3 in 24 hours: 09:00, 13:00 and 18:00 go, 20:00 is held back, 09:00 of the next day goes")
        void aMessageCountsForSoLongAfterItWasSent() {
            Inbox ana = Inbox.of(email().atMost(3, rolling(Duration.ofHours(24))), "email");

            assertThat(ana.tells("email", expiring(1), "2026-03-02T09:00")).isEqualTo(SEND);
            assertThat(ana.tells("email", expiring(2), "2026-03-02T13:00")).isEqualTo(SEND);
            assertThat(ana.tells("email", expiring(3), "2026-03-02T18:00")).isEqualTo(SEND);
            assertThat(ana.tells("email", expiring(4), "2026-03-02T20:00"))
                    .isEqualTo(new HoldBack("at most 3 per PT24H by email"));
            assertThat(ana.tells("email", expiring(5), "2026-03-03T08:59:59.999"))
                    .isInstanceOf(HoldBack.class);
            assertThat(ana.tells("email", expiring(6), "2026-03-03T09:00")).isEqualTo(SEND);
            assertThat(ana.tells("email", expiring(7), "2026-03-03T09:00")).isInstanceOf(HoldBack.class);
        }
    }

    @Nested
    class Consent {
        private final HoldBack none = new HoldBack("no consent");

        @Test
        void isAskedByTheChannelsName() {
            Channel both = Channel.together(email(), push());

            assertThat(Inbox.of(both, "push").asks("push", birthday(), NOON)).isEqualTo(SEND);
            assertThat(Inbox.of(both, "push").asks("email", birthday(), NOON)).isEqualTo(none);
            assertThat(Inbox.of(both).asks("push", birthday(), NOON)).isEqualTo(none);
        }

        @Test
        void isNotGivenByWhoHasNoProfile() {
            assertThat(new Inbox(email(), Optional.empty()).asks("email", birthday(), NOON))
                    .isEqualTo(none);
            assertThat(new Inbox(Channel.of(event -> {}), Optional.empty()).asks("any", birthday(), NOON))
                    .isEqualTo(none);
        }

        @Test
        void toAnyChannelIsConsentToTheOnlyOne() {
            Channel only = Channel.of(event -> {});

            assertThat(Inbox.of(only, "sms").asks("any", birthday(), NOON)).isEqualTo(SEND);
            assertThat(Inbox.of(only).asks("any", birthday(), NOON)).isEqualTo(none);
        }

        @Test
        void isNotNeededForWhatFollowsFromWhatTheMemberDid() {
            Inbox nobody = new Inbox(email().atMost(1, LIFETIME).quietBetween("10:00", "14:00"), Optional.empty());

            assertThat(nobody.tells("email", earned(), NOON)).isEqualTo(SEND);
            assertThat(nobody.tells("email", earned(), NOON)).isEqualTo(SEND);
            assertThat(nobody.sent()).isEqualTo(Sent.NONE);
        }
    }

    @Nested
    class Caps {
        @Test
        void ofTheCalendarBeginAnewWhereTheMemberLives() {
            Channel channel = email().atMost(1, DAY);
            Inbox berlin = Inbox.of(channel, "email");
            Inbox auckland = new Inbox(
                    channel,
                    Optional.of(Member.of(Events.ANA).zone("Pacific/Auckland").consentsTo("email")));

            for (Inbox each : List.of(berlin, auckland)) {
                assertThat(each.tells("email", birthday(), "2026-03-02T11:00")).isEqualTo(SEND);
            }
            assertThat(berlin.tells("email", birthday(), NOON)).isEqualTo(new HoldBack("at most 1 per day by email"));
            assertThat(auckland.tells("email", birthday(), NOON)).isEqualTo(SEND);
        }

        @Test
        void ofRollingDaysCountTheDayItself() {
            Inbox ana = Inbox.of(email().atMost(1, rolling(Period.ofDays(7))), "email");

            assertThat(ana.tells("email", birthday(), "2026-03-02T23:00")).isEqualTo(SEND);
            assertThat(ana.tells("email", birthday(), "2026-03-08T23:59"))
                    .isEqualTo(new HoldBack("at most 1 per P7D by email"));
            assertThat(ana.tells("email", birthday(), "2026-03-09T00:00")).isEqualTo(SEND);
        }

        @Test
        void ofOneChannelAllHold() {
            Inbox ana = Inbox.of(email().atMost(1, DAY).atMost(2, WEEK), "email");

            assertThat(ana.tells("email", expiring(1), "2026-03-02T12:00")).isEqualTo(SEND);
            assertThat(ana.tells("email", expiring(2), "2026-03-03T12:00")).isEqualTo(SEND);
            assertThat(ana.tells("email", expiring(3), "2026-03-08T12:00"))
                    .isEqualTo(new HoldBack("at most 2 per week by email"));
            assertThat(ana.tells("email", expiring(4), "2026-03-09T12:00")).isEqualTo(SEND);
        }

        @Test
        void ofTheWholeCountWhatGoesByAnyWay() {
            Inbox ana = Inbox.of(
                    Channel.together(Channel.together(email(), push()).atMost(2, DAY), Channel.of("sms", event -> {}))
                            .atMost(3, MONTH),
                    "email",
                    "push",
                    "sms");

            assertThat(ana.tells("email", birthday(), "2026-03-02T12:00")).isEqualTo(SEND);
            assertThat(ana.tells("push", birthday(), "2026-03-02T12:00")).isEqualTo(SEND);
            assertThat(ana.tells("push", atRisk(), "2026-03-02T12:00"))
                    .isEqualTo(new HoldBack("at most 2 per day by email or push"));
            assertThat(ana.tells("sms", atRisk(), "2026-03-02T12:00")).isEqualTo(SEND);
            assertThat(ana.tells("push", atRisk(), "2026-03-03T12:00"))
                    .isEqualTo(new HoldBack("at most 3 per month by email or push or sms"));
        }

        @Test
        void areNotLoosenedByAClockThatStepsBack() {
            Inbox ana = Inbox.of(email().atMost(1, rolling(Duration.ofHours(24))), "email");

            assertThat(ana.tells("email", birthday(), NOON)).isEqualTo(SEND);
            assertThat(ana.tells("email", birthday(), NOON.minus(Duration.ofHours(23))))
                    .isInstanceOf(HoldBack.class);
        }

        @Test
        void areNotForEverTightenedByAClockThatWasAhead() {
            Inbox ana = Inbox.of(email().atMost(1, rolling(Duration.ofHours(24))), "email");

            assertThat(ana.tells("email", birthday(), "2027-03-02T12:00")).isEqualTo(SEND);
            assertThat(ana.tells("email", birthday(), "2026-03-02T12:00")).isEqualTo(SEND);
        }

        @Test
        void areNotLoosenedByMovingWhereItIsStillTheDayBefore() {
            Channel channel = email().atMost(1, DAY);
            Instant lateInAuckland = berlin("2026-03-02T11:30");
            Instant nextDayThere = lateInAuckland.plus(Duration.ofHours(1));
            Recipient moved = new Recipient(
                    Optional.of(Member.of(Events.ANA).zone("Europe/Berlin").consentsTo("email")), Inbox.BERLIN);
            Route route = channel.routes().get(0);

            Sent kept = Sent.NONE
                    .plus(route, birthday(), lateInAuckland)
                    .pruned(channel.routes(), ZoneId.of("Pacific/Auckland"), nextDayThere);

            assertThat(route.decide(birthday(), moved, kept, nextDayThere)).isInstanceOf(HoldBack.class);
        }
    }

    @Nested
    class Quiet {
        @Test
        void hoursOverMidnightMakeItWaitForTheMorning() {
            Inbox ana = Inbox.of(push().quietBetween("21:00", "08:00"), "push");
            Wait morning = new Wait(berlin("2026-03-03T08:00"), "quiet from 21:00 until 08:00 in Europe/Berlin");

            assertThat(ana.tells("push", birthday(), "2026-03-02T20:59:59.999")).isEqualTo(SEND);
            assertThat(ana.tells("push", birthday(), "2026-03-02T21:00")).isEqualTo(morning);
            assertThat(ana.tells("push", birthday(), "2026-03-03T07:59:59.999")).isEqualTo(morning);
            assertThat(ana.tells("push", birthday(), "2026-03-03T08:00")).isEqualTo(SEND);
        }

        @Test
        void hoursThatFollowEachOtherAreWaitedForAtOnce() {
            Inbox ana = Inbox.of(
                    Channel.together(push().quietBetween("22:00", "07:00"), email())
                            .quietBetween("06:00", "09:30")
                            .quietBetween("12:00", "13:00"),
                    "push",
                    "email");

            assertThat(ana.asks("push", birthday(), berlin("2026-03-02T23:00")))
                    .isEqualTo(new Wait(berlin("2026-03-03T09:30"), "quiet from 22:00 until 07:00 in Europe/Berlin"));
            assertThat(ana.asks("email", birthday(), berlin("2026-03-02T23:00")))
                    .isEqualTo(SEND);
        }

        @Test
        void hoursAreNothingToWaitForWithoutConsent() {
            assertThat(Inbox.of(push().quietBetween("11:00", "13:00")).asks("push", birthday(), NOON))
                    .isEqualTo(new HoldBack("no consent"));
        }

        @Test
        void hoursAreWaitedForBeforeCapsAreAsked() {
            Inbox ana = Inbox.of(push().atMost(1, DAY).quietBetween("21:00", "08:00"), "push");

            assertThat(ana.tells("push", birthday(), "2026-03-02T12:00")).isEqualTo(SEND);
            assertThat(ana.tells("push", atRisk(), "2026-03-02T22:00")).isInstanceOf(Wait.class);
            assertThat(ana.tells("push", atRisk(), "2026-03-03T08:00")).isEqualTo(SEND);
        }
    }

    @Nested
    class Order {
        private final List<LoyaltyEvent> due = List.of(birthday(), expiring(1), earned(), atRisk(), expiring(2));

        @Test
        void isTheOneTheyCameInUnlessSomethingIsPutFirst() {
            assertThat(email().routes().get(0).inOrder(due)).isEqualTo(due);
        }

        @Test
        void isByWhatIsPutFirstAndElseAsTheyCame() {
            assertThat(email().first(PointsExpiringSoon.class, TierAtRisk.class)
                            .routes()
                            .get(0)
                            .inOrder(due))
                    .containsExactly(expiring(1), expiring(2), atRisk(), birthday(), earned());
        }

        @Test
        void isByTheChannelsOwnWordBeforeThatOfTheWhole() {
            Channel both =
                    Channel.together(email().first(TierAtRisk.class), push()).first(Birthday.class, TierAtRisk.class);

            assertThat(both.routes().get(0).inOrder(due))
                    .containsExactly(atRisk(), birthday(), expiring(1), earned(), expiring(2));
            assertThat(both.routes().get(1).inOrder(due))
                    .containsExactly(birthday(), atRisk(), expiring(1), earned(), expiring(2));
        }
    }
}
