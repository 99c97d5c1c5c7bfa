package io.loyalty4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.shop.Money;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void areTheSameInEveryCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Figures.of(1_234_567)).isEqualTo("1,234,567");
            assertThat(Figures.of(Money.of("8300065.814", "GBP"))).isEqualTo("8,300,065.814 GBP");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void nameOneThingInTheSingular() {
        assertThat(Figures.plural(1, "line")).isEqualTo("1 line");
        assertThat(Figures.plural(0, "line")).isEqualTo("0 lines");
    }
}
