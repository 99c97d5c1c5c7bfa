package io.loyalty4j;

import static io.loyalty4j.shop.Window.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.program.AdjustmentLimits;
import io.loyalty4j.shop.BulkGrant;
import io.loyalty4j.shop.BulkGrant.Report;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException;
import io.loyalty4j.shop.LoyaltyException.InvalidInputException.Violation;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.shop.Refusal;
import io.loyalty4j.shop.StatusChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The same points for many members: once each, within limits that hold for all of it together. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class BulkGrantTest extends StaffFixture {
    private static final MemberId CARL = MemberId.of("carl");

    private static BulkGrant sorry(MemberId... members) {
        return BulkGrant.of("outage-7", 50)
                .to(List.of(members))
                .atMost(1_000)
                .by("agent-12")
                .because("outage");
    }

    private static Report given(int members) {
        return new Report(members, 50L * members, Map.of(), Optional.empty());
    }

    @Test
    void everybody_on_the_list_has_the_points_once() {
        assertThat(loyalty.grant(sorry(ANA, BEN, ANA, CARL, ANA))).isEqualTo(given(3));

        assertThat(account(ANA).available()).isEqualTo(50);
        assertThat(account(CARL).available()).isEqualTo(50);
        assertThat(loyalty.journal(ANA).postings())
                .extracting(posting -> posting.header().requestId())
                .containsExactly("adjust/outage-7");
    }

    @Test
    void sent_again_it_books_what_is_missing() {
        loyalty.grant(sorry(ANA));
        assertThat(loyalty.preview(sorry(ANA, BEN))).isEqualTo(given(2));
        assertThat(loyalty.grant(sorry(ANA, BEN))).isEqualTo(given(2));
        assertThat(loyalty.grant(sorry(ANA, BEN))).isEqualTo(given(2));

        assertThat(account(ANA).available()).isEqualTo(50);
        assertThat(account(BEN).available()).isEqualTo(50);
    }

    @Test
    void a_preview_says_the_same_and_writes_nothing() {
        assertThat(loyalty.preview(sorry(ANA, BEN))).isEqualTo(given(2));
        nothingWasWritten(ANA);
        nothingWasWritten(BEN);
        assertThat(store.unsettled(clock.instant().plusSeconds(1), 10)).isEmpty();
    }

    @Test
    void who_is_refused_stops_no_other() {
        booked(StatusChange.close(BEN, "c-1").by("agent-12").because("asked"));
        booked(adds(49, "outage-7").by("agent-12").because("outage"));
        BulkGrant grant = sorry(ANA, BEN, CARL, MemberId.of("agent-12"), MemberId.GUEST);
        Report preview = loyalty.preview(grant);

        assertThat(preview.refused())
                .containsExactly(
                        Map.entry(ANA, new Refusal.RequestConflicts("adjust/outage-7", "points")),
                        Map.entry(BEN, new Refusal.AccountBlocked("CLOSED")),
                        Map.entry(MemberId.of("agent-12"), new Refusal.OwnAccount("agent-12")),
                        Map.entry(MemberId.GUEST, new Refusal.NotAMember(MemberId.GUEST)));
        assertThat(loyalty.grant(grant)).isEqualTo(preview);
        assertThat(preview.members()).isEqualTo(1);
        assertThat(preview.points()).isEqualTo(50);
        assertThat(account(CARL).available()).isEqualTo(50);
    }

    @Test
    void a_cap_holds_for_all_of_it_before_anything_is_booked() {
        Report report = loyalty.grant(sorry(ANA, BEN, CARL).atMost(149));

        assertThat(report.overTheCap()).isTrue();
        assertThat(report.members()).isZero();
        assertThat(report.points()).isZero();
        nothingWasWritten(ANA);
        assertThat(loyalty.preview(sorry(ANA, BEN, CARL).atMost(149))).isEqualTo(report);
        assertThat(loyalty.grant(sorry(ANA, BEN, CARL, ANA).atMost(150)).overTheCap())
                .isFalse();
    }

    @Test
    void a_second_person_is_asked_about_all_of_it_before_anything_is_booked() {
        loyalty = staffed(
                Programs.plain().adjustments(AdjustmentLimits.upTo(1_000).approvedAbove(100)));
        Report report = loyalty.grant(sorry(ANA, BEN, CARL));
        assertThat(report.stopped()).contains(new Refusal.ApprovalNeeded(150, 100));
        assertThat(report.overTheCap()).isFalse();
        nothingWasWritten(ANA);

        for (String nobodyElse : List.of("agent-12", "carl")) {
            approver = Optional.of(nobodyElse);
            assertThat(loyalty.grant(sorry(ANA, BEN, CARL)).stopped()).isPresent();
        }
        approver = Optional.of("boss");
        assertThat(loyalty.grant(sorry(ANA, BEN, CARL))).isEqualTo(given(3));
        assertThat(loyalty.journal(ANA)
                        .postings()
                        .get(0)
                        .header()
                        .person()
                        .orElseThrow()
                        .approver())
                .contains("boss");
        account(ANA);
    }

    @Test
    void an_actors_limit_stops_it_where_it_is_used_up() {
        loyalty = staffed(
                Programs.plain().adjustments(AdjustmentLimits.upTo(1_000).perActor(120, DAY)));
        Report preview = loyalty.preview(sorry(ANA, BEN, CARL));

        assertThat(preview.members()).isEqualTo(2);
        assertThat(preview.refused()).containsOnlyKeys(CARL);
        assertThat(loyalty.grant(sorry(ANA, BEN, CARL))).isEqualTo(preview);
        assertThat(store.taken("actor/agent-12/DAY/2026-06-01")).isEqualTo(100);
    }

    @Test
    void bad_input_is_listed_with_paths() {
        List<MemberId> none = new ArrayList<>();
        none.add(null);
        assertThatThrownBy(() -> loyalty.grant(BulkGrant.of("", 0).to(none)))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidInputException.class))
                .extracting(InvalidInputException::violations, InstanceOfAssertFactories.list(Violation.class))
                .extracting(Violation::path)
                .containsExactly("actor", "id", "members[0].<list element>", "most", "points", "reason");
        assertThatThrownBy(() -> loyalty.preview(sorry())).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void of_points_that_no_account_can_have_nothing_overflows() {
        List<MemberId> many =
                IntStream.range(0, 20_000).mapToObj(i -> MemberId.of("m-" + i)).toList();
        Report report = loyalty.grant(BulkGrant.of("huge", 1_000_000_000_000_000L)
                .to(many)
                .atMost(1_000_000_000_000_000L)
                .by("a")
                .because("b"));
        assertThat(report.overTheCap()).isTrue();
    }
}
