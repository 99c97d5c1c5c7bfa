package io.loyalty4j.examples.whatif;

/** How the first, second, third and fourth thing of a drawing differ: by dashes, marks and hatches, so that no colour is needed to tell them. */
enum Ink {
    FIRST("#0b3d91", "", "M-3.2,0 a3.2,3.2 0 1,0 6.4,0 a3.2,3.2 0 1,0 -6.4,0", ""),
    SECOND("#b33c00", "7 4", "M-3,-3 h6 v6 h-6 z", "M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2"),
    THIRD("#2b6a2b", "2 3", "M0,-4 l4,7 h-8 z", "M0,3 h6"),
    FOURTH("#5b2a86", "9 3 2 3", "M0,-4 l4,4 l-4,4 l-4,-4 z", "M3,0 v6 M0,3 h6");

    private final String colour;
    private final String dashes;
    private final String mark;
    private final String hatch;

    Ink(String colour, String dashes, String mark, String hatch) {
        this.colour = colour;
        this.dashes = dashes;
        this.mark = mark;
        this.hatch = hatch;
    }

    static Ink of(int index) {
        return values()[index % values().length];
    }

    void line(Svg svg, String points) {
        svg.shape(
                "polyline",
                "points",
                points,
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                2,
                "stroke-dasharray",
                dashes);
    }

    /** Filled for the first, hollow for all others. */
    void mark(Svg svg, double x, double y) {
        String at = "translate(" + Svg.number(x) + "," + Svg.number(y) + ")";
        svg.shape(
                "path",
                "d",
                mark,
                "transform",
                at,
                "fill",
                this == FIRST ? colour : "#fff",
                "stroke",
                colour,
                "stroke-width",
                1.5);
    }

    /** What {@link #bar} fills with; once in each drawing. */
    void define(Svg svg, String drawing) {
        svg.open("pattern", "id", pattern(drawing), "width", 6, "height", 6, "patternUnits", "userSpaceOnUse");
        svg.shape("rect", "width", 6, "height", 6, "fill", hatch.isEmpty() ? colour : "#fff");
        svg.shape("path", "d", hatch, "stroke", colour, "stroke-width", 1.6);
        svg.close("pattern");
    }

    void bar(Svg svg, String drawing, double x, double y, double width, double height) {
        svg.shape(
                "rect",
                "x",
                x,
                "y",
                y,
                "width",
                width,
                "height",
                height,
                "fill",
                "url(#" + pattern(drawing) + ")",
                "stroke",
                colour);
    }

    private String pattern(String drawing) {
        return drawing + "-hatch-" + name();
    }
}
