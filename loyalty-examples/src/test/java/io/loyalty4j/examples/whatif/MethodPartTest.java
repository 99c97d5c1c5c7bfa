package io.loyalty4j.examples.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MethodPartTest {
    @Test
    void countsWhatCouldNotBeBooked() {
        assertThat(MethodPart.notBooked(1)).isEqualTo("1 order or return could not be booked.");
        assertThat(MethodPart.notBooked(2)).isEqualTo("2 orders or returns could not be booked.");
    }
}
