package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.progress.Reporter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final AtomicLong clock = new AtomicLong();

    @Test
    void aRowShowsShareBytesRateAndTimeLeft() {
        ProgressRow row = new ProgressRow("kernel", OptionalLong.of(40_000_000), 10_000_000, 0);

        assertThat(row.text(120, 2 * SECOND))
                .isEqualTo("kernel  [######------------------]   25 %  10.0 MB of 40.0 MB  5.0 MB/s  6.0 s left");
    }

    @Test
    void aRowOfUnknownSizeShowsWhatIsDone() {
        ProgressRow row = new ProgressRow("unpacking", OptionalLong.empty(), 2_000_000, 0);

        assertThat(row.text(80, SECOND)).isEqualTo("unpacking  2.0 MB  2.0 MB/s");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 20, 30, 40, 60, 79, 80, 120})
    void aRowNeverWraps(int columns) {
        ProgressRow row = new ProgressRow(
                "linux-image-6.12.48+deb13-cloud-amd64_6.12.48-1_amd64.deb",
                OptionalLong.of(40_000_000),
                10_000_000,
                0);

        assertThat(row.text(columns, 2 * SECOND)).hasSizeLessThan(columns);
    }

    @Test
    void plainLinesSayWhatEndedAndNowAndThenHowFarItIs() {
        Reporter reporter = new LineProgress(err, () -> false, clock::get).reporter();

        try (Reporter.Step step = reporter.begin("fetch kernel", 30_000_000)) {
            clock.set(SECOND);
            step.advance(1_000_000);
            clock.set(11 * SECOND);
            step.advance(9_000_000);
            clock.set(12 * SECOND);
            step.advance(20_000_000);
        }
        reporter.warn("a mirror was slow");

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        fetch kernel: 10.0 MB of 30.0 MB
                        fetch kernel: 30.0 MB, 12.0 s
                        warning: a mirror was slow
                        """);
    }

    @Test
    void jsonLinesAddUpSmallPieces() {
        Reporter reporter = new JsonProgress(err, () -> false).reporter();

        try (Reporter.Step step = reporter.begin("fetch", 3_000_000)) {
            step.advance(600_000);
            step.advance(600_000);
            step.advance(600_000);
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        {"progress":{"event":"started","step":1,"label":"fetch","bytes":3000000}}
                        {"progress":{"event":"advanced","step":1,"done":1200000}}
                        {"progress":{"event":"finished","step":1,"done":1800000}}
                        """);
    }

    @Test
    void barsAreGoneWhenTheJobIsDone() {
        BarProgress bars = new BarProgress(err, 60, () -> false, clock::get);
        Reporter reporter = bars.reporter();
        Reporter.Step step = reporter.begin("fetch", 100);
        step.advance(50);
        bars.redraw();
        reporter.note("from another mirror");
        step.close();
        bars.close();

        assertThat(Screen.after(bytes.toString(StandardCharsets.UTF_8))).containsExactly("from another mirror");
    }

    @Test
    void barsOfManyStepsStayWithinTheirRows() {
        BarProgress bars = new BarProgress(err, 60, () -> false, clock::get);
        Reporter reporter = bars.reporter();
        for (int i = 0; i < 20; i++) {
            reporter.begin("step " + i);
        }
        bars.redraw();

        assertThat(Screen.after(bytes.toString(StandardCharsets.UTF_8)))
                .hasSize(9)
                .startsWith("step 0")
                .endsWith("… and 12 more");
        bars.close();
    }
}
