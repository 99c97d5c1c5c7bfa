package io.loyalty4j.examples.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    private static final double HUE = 215;
    private static final double SATURATION = 0.6;

    /** WCAG 2.1, 1.4.3. */
    @Test
    void everyFigureCanBeReadOnItsSquare() {
        List<Optional<BigDecimal>> all = IntStream.rangeClosed(0, 100)
                .mapToObj(percent -> Optional.of(BigDecimal.valueOf(percent)))
                .toList();
        Document drawing = Jsoup.parse(new HeatMap("h", "t", "d", List.of(new HeatMap.Row("row", all))).svg());

        List<Element> squares = drawing.select("rect");
        assertThat(squares).hasSize(101).allSatisfy(square -> {
            double behind = luminance(square.attr("fill"));
            String ink = square.nextElementSibling().attr("fill");
            assertThat(ink).isIn("#fff", "#000");
            assertThat(ink.equals("#fff") ? 1.05 / (behind + 0.05) : (behind + 0.05) / 0.05)
                    .as(square.nextElementSibling().text())
                    .isGreaterThanOrEqualTo(4.5);
        });
    }

    private static double luminance(String hsl) {
        String prefix = "hsl(215 60% ";
        assertThat(hsl).startsWith(prefix).endsWith("%)");
        double lightness = Double.parseDouble(hsl.substring(prefix.length(), hsl.length() - 2)) / 100;
        return 0.2126 * linear(channel(lightness, 0))
                + 0.7152 * linear(channel(lightness, 8))
                + 0.0722 * linear(channel(lightness, 4));
    }

    /** CSS Color 4, 7.1. */
    private static double channel(double lightness, int shift) {
        double k = (shift + HUE / 30) % 12;
        double a = SATURATION * Math.min(lightness, 1 - lightness);
        return lightness - a * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
