package io.loyalty4j;

import static io.loyalty4j.earn.EarnRules.referral;
import static io.loyalty4j.shop.Window.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.loyalty4j.earn.Silence;
import io.loyalty4j.ledger.Outcome;
import io.loyalty4j.shop.Member;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Policy.Enrolment;
import io.loyalty4j.shop.Referral;
import io.loyalty4j.shop.Refusal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ReferralTest extends FriendsFixture {
    private String token(MemberId member) {
        return loyalty.execute(Referral.invite(member)).receipt().code().orElseThrow();
    }

    private static void refused(Outcome outcome, String why) {
        assertThat(outcome.refusal()).contains(new Refusal.ReferralNotAccepted(why));
    }

    @Nested
    final class A_token {
        @Test
        void is_the_same_as_often_as_it_is_asked_for() {
            String first = token(ANA);
            clock.pass(Duration.ofDays(400));

            assertThat(token(ANA)).isEqualTo(first).matches("[0-9a-f]{32}");
            assertThat(running(program(friends()))
                            .execute(Referral.invite(ANA))
                            .receipt()
                            .code())
                    .contains(first);
            assertThat(token(BEN)).isNotEqualTo(first);
        }

        @Test
        void brings_a_friend() {
            loyalty.execute(Referral.accept(BEN, token(ANA))).receipt();
            buys(BEN, "b-1", 3);

            has(ANA, 0, 500);
            has(BEN, 30, 200);
        }

        @Test
        void may_be_sent_again() {
            String token = token(ANA);
            loyalty.execute(Referral.accept(BEN, token)).receipt();

            assertThat(loyalty.execute(Referral.accept(BEN, token))).isInstanceOf(Outcome.Replayed.class);
        }

        @Test
        void that_nobody_has_is_refused_and_the_right_one_is_good_after_it() {
            refused(loyalty.execute(Referral.accept(BEN, "nonsense")), "nobody has this token");
            assertThat(store.find(BEN)).isEmpty();

            assertThat(loyalty.execute(Referral.accept(BEN, token(ANA)))).isInstanceOf(Outcome.Applied.class);
        }

        @Test
        void that_was_written_when_the_connection_broke_is_known_at_the_next_try() {
            store.breaksAfter(
                    request -> request.id().filter("referral/invite"::equals).isPresent());
            try {
                token(ANA);
            } catch (IllegalStateException broken) {
                assertThat(broken).hasMessage("the connection broke");
            }
            store.holds();

            assertThat(loyalty.execute(Referral.accept(BEN, token(ANA)))).isInstanceOf(Outcome.Applied.class);
        }
    }

    @Nested
    final class Both_sides {
        @Test
        void are_paid_when_the_friends_order_can_no_more_come_back() {
            comes(BEN, ANA);
            buys(BEN, "b-1", 3);
            has(ANA, 0, 500);
            has(BEN, 30, 200);

            clock.pass(Duration.ofDays(30).minusMillis(1));
            has(ANA, 0, 500);
            has(BEN, 30, 200);

            clock.pass(Duration.ofMillis(1));
            has(ANA, 500, 0);
            has(BEN, 230, 0);
        }

        @Test
        void are_paid_for_the_first_order_that_qualifies_and_no_other() {
            comes(BEN, ANA);
            buys(BEN, "b-1", 2);
            has(ANA, 0, 0);
            buys(BEN, "b-2", 3);
            buys(BEN, "b-3", 9);

            has(ANA, 0, 500);
            has(BEN, 140, 200);
        }

        @Test
        void get_nothing_where_nobody_was_brought() {
            buys(BEN, "b-1", 3);

            has(BEN, 30, 0);
            assertThat(loyalty.quote(order(BEN, "b-2", 3)).silent())
                    .extracting(Silence::rule, Silence::why)
                    .containsExactly(tuple("friends", "no friend brought the member"));
        }

        @Test
        void may_be_the_referrer_alone_or_the_friend_alone() {
            loyalty = running(program(referral().toReferrer(500)));
            comes(BEN, ANA);
            buys(BEN, "b-1", 1);
            has(ANA, 500, 0);
            has(BEN, 10, 0);

            loyalty = running(Programs.plain()
                    .version("2")
                    .inForceFrom("2026-06-01T12:00")
                    .earn("friends", referral().toFriend(200)));
            comes(CARL, BEN);
            buys(CARL, "c-1", 1);
            has(BEN, 10, 0);
            has(CARL, 210, 0);
        }

        @Test
        void are_paid_by_one_rule_where_several_would() {
            loyalty = running(Programs.plain()
                    .earn("friends", referral().toReferrer(500).toFriend(200))
                    .earn("more-friends", referral().toReferrer(300).toFriend(100)));
            comes(BEN, ANA);
            buys(BEN, "b-1", 1);

            has(ANA, 500, 0);
            has(BEN, 210, 0);
        }
    }

    @Nested
    final class Nobody {
        @Test
        void brings_themselves() {
            refused(comes(ANA, ANA), "nobody brings themselves");
            refused(loyalty.execute(Referral.accept(ANA, token(ANA))), "nobody brings themselves");
        }

        @Test
        void brings_another_account_of_theirs() {
            loyalty.enrol(Member.of(ANA).person("card-1"));
            loyalty.enrol(Member.of(BEN).person("card-1"));

            refused(comes(BEN, ANA), "nobody brings themselves");
        }

        @Test
        void is_brought_with_a_second_account() {
            loyalty.enrol(Member.of(BEN).person("card-1"));
            loyalty.enrol(Member.of(CARL).person("card-1"));
            comes(BEN, ANA).receipt();

            refused(comes(CARL, ANA), "who is behind the member has come before");
        }

        @Test
        void is_brought_by_whom_they_brought() {
            comes(BEN, ANA).receipt();
            refused(comes(ANA, BEN), "one of the two has brought the other");

            comes(CARL, BEN).receipt();
            refused(comes(ANA, CARL), "the member brought who is said to bring them");
        }

        @Test
        void is_brought_who_has_bought_before() {
            buys(BEN, "b-1", 1);

            refused(comes(BEN, ANA), "the member has bought before");
        }

        @Test
        void is_brought_twice() {
            comes(BEN, ANA).receipt();

            refused(comes(BEN, CARL), "the member has come through somebody already");
            refused(loyalty.execute(Referral.accept(BEN, token(CARL))), "the member has come through somebody already");
        }

        @Test
        void is_brought_by_a_guest_or_brought_as_one() {
            refused(comes(BEN, MemberId.GUEST), "a guest brings nobody");
            assertThat(comes(MemberId.GUEST, ANA).refusal()).contains(new Refusal.NotAMember(MemberId.GUEST));
        }

        @Test
        void who_was_refused_blocks_anybody() {
            loyalty.enrol(Member.of(BEN).person("card-1"));
            buys(BEN, "b-1", 1);
            refused(comes(BEN, ANA), "the member has bought before");
            loyalty.enrol(Member.of(CARL).person("card-1"));

            assertThat(comes(CARL, ANA).refusal()).isEmpty();
        }
    }

    @Nested
    final class Limits {
        @Test
        void are_the_referrers() {
            loyalty = running(program(friends().atMostTimes(2).per(YEAR)));
            for (String friend : List.of("f-1", "f-2", "f-3")) {
                comes(MemberId.of(friend), ANA);
                buys(MemberId.of(friend), "o-1", 3);
                has(MemberId.of(friend), 30, 200);
            }

            has(ANA, 0, 1_000);
        }

        @Test
        void have_room_again_when_a_friends_order_has_come_back() {
            loyalty = running(program(friends().atMostPoints(700).per(YEAR)));
            comes(BEN, ANA);
            comes(CARL, ANA);
            buys(BEN, "b-1", 3);
            buys(CARL, "c-1", 3);
            has(ANA, 0, 700);
            cancels(BEN, "b-1");
            has(ANA, 0, 200);

            buys(BEN, "b-2", 3);
            has(ANA, 0, 700);
        }
    }

    @Test
    void a_referrer_who_never_enrolled_gets_nothing_where_one_has_to() {
        loyalty = running(program(friends()).policy(Enrolment.EXPLICIT));
        loyalty.enrol(Member.of(BEN));
        comes(BEN, ANA).receipt();
        buys(BEN, "b-1", 3);

        has(BEN, 30, 200);
        assertThat(store.find(ANA)).isEmpty();
        assertThat(store.messages(1)).isEmpty();
    }
}
