package io.loyalty4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonProductsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"POST", "DOT", "M", "m", "C2", "D", "S", "B", "BANK CHARGES", "AMAZONFEE", "CRUK", "gift_0001_20"
            })
    void includePostageChargesCorrectionsAndGiftVouchers(String code) {
        assertThat(NonProducts.include(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"85123A", "DCGS0003", "PADS", "POSTER", "m2"})
    void doNotIncludeGoods(String code) {
        assertThat(NonProducts.include(code)).isFalse();
    }
}
