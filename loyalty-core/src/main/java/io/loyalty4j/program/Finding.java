package io.loyalty4j.program;

/**
 * A doubt about a program that makes sense, but perhaps not the sense that was meant.
 *
 * @param path where it was said, as in violations: {@code earn[fragrance-week]}
 * @param problem what is doubtful, with numbers
 * @param howToSee what to try, and what will come of it
 */
public record Finding(String path, String problem, String howToSee) {
    @Override
    public String toString() {
        return path + ": " + problem + ". To see it, " + howToSee;
    }
}
