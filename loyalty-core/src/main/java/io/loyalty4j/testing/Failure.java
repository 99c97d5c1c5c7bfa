package io.loyalty4j.testing;

import java.util.Arrays;

/** What was not as expected, told at the line that expected it. */
final class Failure {
    private static final String KIT = LoyaltyScenario.class.getPackageName() + ".";

    private Failure() {}

    /** The first stack frame is the one that called the kit, which may have called itself through the JDK. */
    static AssertionError of(String message) {
        AssertionError error = new AssertionError(message);
        StackTraceElement[] frames = error.getStackTrace();
        int first = 0;
        for (int i = 0; i < frames.length && (ofKit(frames[i]) || ofJdk(frames[i])); i++) {
            first = ofKit(frames[i]) ? i + 1 : first;
        }
        error.setStackTrace(Arrays.copyOfRange(frames, first, frames.length));
        return error;
    }

    private static boolean ofKit(StackTraceElement frame) {
        return frame.getClassName().startsWith(KIT);
    }

    private static boolean ofJdk(StackTraceElement frame) {
        return frame.getClassName().startsWith("java.");
    }
}
