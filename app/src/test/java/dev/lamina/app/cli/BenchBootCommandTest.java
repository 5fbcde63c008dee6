package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.BootComparison;
import dev.lamina.app.operation.BootComparison.ReadySign;
import dev.lamina.app.operation.Timings;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchBootCommandTest {
    private static final BootComparison RESULT = new BootComparison(
            "minimal",
            Arch.AMD64,
            Accelerator.TCG,
            512,
            times(2151, 2402, 2204),
            times(3300, 3611, 12345),
            ReadySign.EVENT);

    @TempDir
    Path folder = Path.of("");

    private static Timings times(long... millis) {
        return new Timings(LongStream.of(millis).mapToObj(Duration::ofMillis).toList());
    }

    @Test
    void theTableComparesBoth() {
        assertThat(BootTable.text(RESULT)).isEqualTo("""
                minimal, amd64, tcg, 512 MiB, 3 runs in turns
                                                    min   median   runs
                kernel alone, to a shell         2.15 s   2.20 s   2.15 2.40 2.20
                whole system, ready              3.30 s   3.61 s   3.30 3.61 12.35
                ratio of the medians                        1.64""");
    }

    @Test
    void theJsonHasAllNumbers() {
        assertThat(Json.line(BootTable.json(RESULT)))
                .isEqualTo("{\"bench\":\"boot\",\"name\":\"minimal\",\"arch\":\"amd64\",\"accelerator\":\"tcg\","
                        + "\"memoryMib\":512,"
                        + "\"bare\":{\"min\":2.151,\"median\":2.204,\"seconds\":[2.151,2.402,2.204]},"
                        + "\"system\":{\"min\":3.3,\"median\":3.611,\"seconds\":[3.3,3.611,12.345]},"
                        + "\"readyBy\":\"event\",\"ratio\":1.638}");
    }

    @Test
    void runsThatMeasureNothingAreRefused() {
        assertThat(CliRun.in(folder, "bench", "boot", "x.yml", "--runs", "0"))
                .isEqualTo(new CliRun(1, "", "lamina: 0 runs measure nothing\nhint: give at least 1 with --runs\n"));
    }

    @Test
    void theExampleIsMeasuredUnlessAnotherFileIsNamed() {
        assertThat(CliRun.in(folder, "bench", "boot").err())
                .startsWith("lamina: there is neither a file examples/minimal.yml nor an earlier build of that name\n");
    }
}
