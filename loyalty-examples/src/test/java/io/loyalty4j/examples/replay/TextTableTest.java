package io.loyalty4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void setsWordsToTheLeftAndNumbersToTheRight() {
        assertThat(TextTable.of("member", ">points")
                        .row("12001", "1,200")
                        .row("7", "5")
                        .lines())
                .containsExactly("  member  points", "  12001    1,200", "  7            5");
    }

    @Test
    void leavesOutHeadingsThatAreAllEmpty() {
        assertThat(TextTable.of("", ">").row("lines", "12").lines()).containsExactly("  lines  12");
    }

    @Test
    void refusesARowOfAnotherWidth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextTable.of("a", "b").row("1"));
    }
}
