package io.loyalty4j.examples.whatif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** A drawing as it is written. Whatever it is given as text or attribute is escaped; sizes are in pixels of a page that is not scaled. */
final class Svg {
    /** Control characters have no place in a page. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final StringBuilder text = new StringBuilder();

    /**
     * Begins one.
     *
     * @param least that its width may shrink to; where there is less, it can be pushed sideways
     * @param id unique on the page
     * @param title its name for who cannot see it
     * @param description what it shows, in words
     */
    Svg(String id, int width, int height, int least, String title, String description) {
        open(
                "svg",
                "viewBox",
                "0 0 " + width + " " + height,
                "role",
                "img",
                "font-size",
                12,
                "aria-labelledby",
                id + "-title " + id + "-text",
                "style",
                "max-width:" + width * 6 / 5 + "px;min-width:" + least + "px");
        element("title", title, "id", id + "-title");
        element("desc", description, "id", id + "-text");
    }

    Svg open(String name, Object... attributes) {
        start(name, attributes).append('>');
        return this;
    }

    Svg close(String name) {
        text.append("</").append(name).append(">\n");
        return this;
    }

    /** An element without content. */
    Svg shape(String name, Object... attributes) {
        start(name, attributes).append("/>\n");
        return this;
    }

    /** An element with text in it. */
    Svg element(String name, String content, Object... attributes) {
        start(name, attributes).append('>').append(escaped(content));
        return close(name);
    }

    Svg words(double x, double y, String content, Object... attributes) {
        start("text", "x", x, "y", y);
        attributes(attributes);
        text.append('>').append(escaped(content));
        return close("text");
    }

    String end() {
        close("svg");
        return text.toString();
    }

    private StringBuilder start(String name, Object... attributes) {
        text.append('<').append(name);
        return attributes(attributes);
    }

    private StringBuilder attributes(Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(escaped(plain(attributes[i + 1]))).append('"');
        }
        return text;
    }

    private static String plain(Object value) {
        return value instanceof Double number ? number(number) : value.toString();
    }

    /** Rounded to a tenth, the same in every country. */
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String escaped(String plain) {
        return CONTROL.matcher(plain)
                .replaceAll("?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
