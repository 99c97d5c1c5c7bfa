package io.loyalty4j.shop;

import static io.loyalty4j.shop.Condition.not;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConditionTest {
    private final Condition<String> red = Condition.of("red", text -> text.contains("red"));
    private final Condition<String> big = Condition.of("big", text -> text.contains("big"));
    private final Condition<String> old = Condition.of("old", text -> text.contains("old"));

    @Test
    void saysInWordsWhatItAsks() {
        assertThat(red.describe()).isEqualTo("red");
        assertThat(red.and(big).describe()).isEqualTo("red and big");
        assertThat(red.or(big).describe()).isEqualTo("(red or big)");
        assertThat(red.or(big).and(not(old)).describe()).isEqualTo("(red or big) and not old");
        assertThat(Condition.<String>always().describe()).isEqualTo("always");
    }

    @Test
    void wordsOfAnOppositeAreNotAmbiguous() {
        assertThat(not(red.and(big)).describe()).isEqualTo("not (red and big)");
        assertThat(not(red.or(big)).describe()).isEqualTo("not (red or big)");
    }

    @Test
    void combines() {
        assertThat(red.and(big).test("a big red box")).isTrue();
        assertThat(red.and(big).test("a red box")).isFalse();
        assertThat(red.or(big).test("a red box")).isTrue();
        assertThat(red.or(big).test("a box")).isFalse();
        assertThat(not(red).test("a box")).isTrue();
        assertThat(not(red.and(big)).test("a red box")).isTrue();
        assertThat(Condition.<String>always().test("a box")).isTrue();
    }

    @Test
    void twiceDeniedIsItself() {
        assertThat(not(not(red))).isSameAs(red);
    }
}
