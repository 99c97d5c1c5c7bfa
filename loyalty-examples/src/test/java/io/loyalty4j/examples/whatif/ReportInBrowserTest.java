package io.loyalty4j.examples.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.loyalty4j.examples.shop.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The report in a real browser. Pictures of it are in {@code target/screenshots} afterwards. */
@EnabledIf(
        value = "io.loyalty4j.examples.shop.Chromium#isHere",
        disabledReason = "this machine has no chromium and chromedriver")
class ReportInBrowserTest {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    @TempDir
    private Path folder;

    @Test
    void isNeverPushedSidewaysAsAWhole() throws IOException {
        Path report = Files.writeString(
                folder.resolve("report.html"),
                Page.of(Report.of("sample", Tried.onTheSample(Plans.today(), Plans.byTier(), Plans.noNovember()))));
        for (int width : new int[] {PHONE, DESKTOP}) {
            try (Chromium browser = Chromium.start(width)) {
                browser.open(report.toUri().toString());
                assertThat(browser.sideways()).as("wider than %s", width).isFalse();
                browser.picture("what-if-" + width);
            }
        }
    }
}
