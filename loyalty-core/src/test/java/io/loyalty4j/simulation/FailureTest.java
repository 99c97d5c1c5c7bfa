package io.loyalty4j.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.laws.LawBroken;
import io.loyalty4j.shop.Command;
import io.loyalty4j.shop.MemberId;
import io.loyalty4j.simulation.Script.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A difference is planted: what is told of it must be what shows it, and no more. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class FailureTest {
    private static final MemberId NEW = MemberId.of("new");

    @Test
    void is_told_by_its_seed_and_the_shortest_script() {
        Script script = with(new Enrol(NEW), new Unlike(new Enrol(NEW)));

        assertThatThrownBy(() -> Failure.explained(7, script, new Tally()))
                .isInstanceOf(AssertionError.class)
                .hasCauseInstanceOf(LawBroken.class)
                .hasMessageContaining("seed 7")
                .hasMessageContaining("2 steps")
                .hasMessageContaining("a command that must be refused is replayed")
                .hasMessageContaining("enrol(Member.of(new))");
    }

    @Test
    void is_not_told_of_a_script_that_goes_well() {
        Tally tally = new Tally();

        Failure.explained(7, with(new Enrol(NEW), new Enrol(NEW)), tally);

        assertThat(tally.commands()).isGreaterThan(500);
    }

    @Test
    void of_one_seed_is_always_the_same() {
        assertThat(Workload.of(11)).hasToString(Workload.of(11).toString());
        assertThat(Workload.of(11).toString()).isNotEqualTo(Workload.of(12).toString());
    }

    /** The deeds, scattered over a thousand others. */
    private static Script with(Deed... deeds) {
        Script script = Workload.of(3);
        List<Act> acts = new ArrayList<>(script.acts());
        for (int i = 0; i < deeds.length; i++) {
            int place = acts.size() * (i + 1) / (deeds.length + 1);
            acts.add(place, new Act(acts.get(place).clock(), 0, deeds[i]));
        }
        return new Script(List.of(script.versions().get(0), script.versions().get(0)), script.machines(), acts);
    }

    /** Something that the model is wrong about. */
    private record Unlike(Asking asking) implements Asking {
        @Override
        public MemberId member() {
            return asking.member();
        }

        @Override
        public Command command() {
            return asking.command();
        }

        @Override
        public Optional<String> once() {
            return asking.once();
        }

        @Override
        public String outcome(Visit visit) {
            return visit.purse.known ? "refused" : asking.outcome(visit);
        }
    }
}
