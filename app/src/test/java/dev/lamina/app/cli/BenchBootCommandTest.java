package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.BootComparison;
import dev.lamina.app.operation.BootComparison.ReadySign;
import dev.lamina.app.operation.BootTimeline;
import dev.lamina.app.operation.BootTimeline.Part;
import dev.lamina.app.operation.BootTimeline.Span;
import dev.lamina.app.operation.Timings;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
            ReadySign.EVENT,
            new BootTimeline(List.of(
                    new Span(Part.FIRMWARE, "", Duration.ZERO, Duration.ofMillis(900)),
                    new Span(Part.KERNEL, "", Duration.ofMillis(900), Duration.ofMillis(2100)),
                    new Span(Part.INIT, "mounts", Duration.ofMillis(3000), Duration.ofMillis(170)),
                    new Span(Part.SERVICE, "web\u001b[0m", Duration.ofMillis(3500), Duration.ofMillis(111)))));

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
                ratio of the medians                        1.64

                  at ms took ms
                      0     900  firmware                     ##########
                    900    2100  kernel                                #######################
                   3000     170  init mounts                                                   ##
                   3500     111  service web\\x1b[0m                                                 #""");
    }

    @Test
    void theJsonHasAllNumbers() {
        assertThat(Json.line(BootTable.json(RESULT)))
                .isEqualTo("{\"bench\":\"boot\",\"name\":\"minimal\",\"arch\":\"amd64\",\"accelerator\":\"tcg\","
                        + "\"memoryMib\":512,"
                        + "\"bare\":{\"min\":2.151,\"median\":2.204,\"seconds\":[2.151,2.402,2.204]},"
                        + "\"system\":{\"min\":3.3,\"median\":3.611,\"seconds\":[3.3,3.611,12.345]},"
                        + "\"readyBy\":\"event\",\"ratio\":1.638,\"timeline\":["
                        + "{\"part\":\"firmware\",\"name\":\"\",\"atMs\":0,\"tookMs\":900},"
                        + "{\"part\":\"kernel\",\"name\":\"\",\"atMs\":900,\"tookMs\":2100},"
                        + "{\"part\":\"init\",\"name\":\"mounts\",\"atMs\":3000,\"tookMs\":170},"
                        + "{\"part\":\"service\",\"name\":\"web\\u001B[0m\",\"atMs\":3500,\"tookMs\":111}]}");
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
