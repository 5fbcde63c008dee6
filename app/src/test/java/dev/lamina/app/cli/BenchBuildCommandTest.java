package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.BuildTimings;
import dev.lamina.app.operation.Cost;
import dev.lamina.app.operation.Timings;
import dev.lamina.app.testing.TestImages;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchBuildCommandTest {
    private static final BuildTimings RESULT = new BuildTimings(
            "web",
            Arch.AMD64,
            CompressionLevel.FAST,
            61_679_136,
            new Cost(times(2151, 2402, 2204), times(4000, 4100, 4200)),
            new Cost(times(101, 102, 103), times(90, 100, 110)),
            new Cost(times(151, 162, 153), times(150, 160, 170)));

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("web.yml"), """
            init: [root]
            services:
              - name: web
                image: web
                env: [A=B]
            """);
        Files.writeString(folder.resolve("bare.yml"), "init: [root]\n");
        TestImages.add(folder.resolve("home/images"), "root", Arch.AMD64, "init");
        TestImages.add(folder.resolve("home/images"), "web", Arch.AMD64, "web");
    }

    private static Timings times(long... millis) {
        return new Timings(LongStream.of(millis).mapToObj(Duration::ofMillis).toList());
    }

    @Test
    void theTableHasWallAndCpuTimes() {
        assertThat(BuildTable.text(RESULT)).isEqualTo("""
            web, amd64, --compression fast, 61.7 MB, 3 runs in turns
                                                min   median      CPU   runs
            first, images are there          2.15 s   2.20 s   4.10 s   2.15 2.40 2.20
            unchanged                        0.10 s   0.10 s   0.10 s   0.10 0.10 0.10
            one service changed              0.15 s   0.15 s   0.16 s   0.15 0.16 0.15\
            """);
    }

    @Test
    void theJsonHasAllNumbers() {
        assertThat(Json.line(BuildTable.json(RESULT)))
                .isEqualTo("{\"bench\":\"build\",\"name\":\"web\",\"arch\":\"amd64\",\"compression\":\"fast\","
                        + "\"bytes\":61679136,"
                        + "\"first\":{\"wall\":{\"min\":2.151,\"median\":2.204,\"seconds\":[2.151,2.402,2.204]},"
                        + "\"cpu\":{\"min\":4.0,\"median\":4.1,\"seconds\":[4.0,4.1,4.2]}},"
                        + "\"unchanged\":{\"wall\":{\"min\":0.101,\"median\":0.102,\"seconds\":[0.101,0.102,0.103]},"
                        + "\"cpu\":{\"min\":0.09,\"median\":0.1,\"seconds\":[0.09,0.1,0.11]}},"
                        + "\"changed\":{\"wall\":{\"min\":0.151,\"median\":0.153,\"seconds\":[0.151,0.162,0.153]},"
                        + "\"cpu\":{\"min\":0.15,\"median\":0.16,\"seconds\":[0.15,0.16,0.17]}}}");
    }

    @Test
    void buildsAreMeasuredAndLeaveNothing() {
        CliRun run = CliRun.in(folder, "bench", "build", "-q", "--runs", "2", "web.yml", "--arch", "amd64");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("web, amd64, --compression default, ").contains(", 2 runs in turns\n");
        assertThat(run.out().lines()).hasSize(5);
        assertThat(folder.resolve("home/bench")).isDirectoryNotContaining(file -> Files.isDirectory(file));
        assertThat(folder.resolve("web-initrd.img")).doesNotExist();
    }

    @Test
    void aSystemWithoutServicesIsRefused() {
        assertThat(CliRun.in(folder, "bench", "build", "bare.yml"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: the system has no service whose options could change\n"
                                + "hint: give a system with a service\n"));
    }

    @Test
    void runsThatMeasureNothingAreRefused() {
        assertThat(CliRun.in(folder, "bench", "build", "web.yml", "--runs", "0"))
                .isEqualTo(new CliRun(1, "", "lamina: 0 runs measure nothing\nhint: give at least 1 with --runs\n"));
    }
}
