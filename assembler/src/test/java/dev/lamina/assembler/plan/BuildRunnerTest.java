package dev.lamina.assembler.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.assembler.format.KernelInitrdFormat;
import dev.lamina.assembler.format.PreparedImage;
import dev.lamina.assembler.format.TarFormat;
import dev.lamina.assembler.oci.CorruptBlobException;
import dev.lamina.assembler.oci.ImageProvider;
import dev.lamina.assembler.oci.ImageUnavailableException;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.problem.ProblemKind;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.value.SourceSpan;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildRunnerTest {
    private static final String SYSTEM = """
        kernel: {image: kernel, tar: none, cmdline: quiet}
        init: [root]
        services:
          - {name: a, image: a, command: [/a]}
          - {name: b, image: b, command: [/b]}
          - {name: c, image: a, command: [/c]}
        files:
          - {path: etc/motd, source: motd}
        """;

    private static final List<String> FILES =
            List.of("system-cmdline", "system-initrd.img", "system-kernel", "system.tar");

    @TempDir
    Path home;

    private Path out;
    private Workbench bench;

    @BeforeEach
    void open() throws IOException {
        out = home.resolve("out");
        bench = bench(home);
    }

    private static Workbench bench(Path home) throws IOException {
        Files.writeString(home.resolve("motd"), Workbench.noise(9));
        return Workbench.in(home)
                .image("kernel", new Tree().file("kernel", Workbench.noise(1)))
                .image("root", new Tree().folder("etc").file("init", Workbench.noise(2)), new Tree().file("x", "x"))
                .image("a", new Tree().file("a", Workbench.noise(3)).hardLink("a2", "a"))
                .image("b", new Tree().file("b", Workbench.noise(4)));
    }

    private static BuildRequest request(Workbench bench) {
        return bench.request(SYSTEM, new KernelInitrdFormat(), new TarFormat());
    }

    private static List<String> names(Path folder) throws IOException {
        return Workbench.files(folder).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    /// What a watch hears, a line each.
    private static final class Heard implements BuildWatch {
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void planned(List<Step> steps) {
            lines.add("planned " + steps.size());
        }

        @Override
        public void began(Step step) {
            lines.add("began " + name(step));
        }

        @Override
        public void ended(Step step, Ending ending) {
            lines.add(ending + " " + name(step));
        }

        @Override
        public void written(PreparedImage image, ImageOutput output) {
            lines.add("written " + output.files().size());
        }

        private static String name(Step step) {
            return step instanceof Step.MakeSegment segment ? "segment " + segment.label() : step.id();
        }
    }

    @Test
    void aWatchHearsOfEachStep() throws IOException {
        Heard first = new Heard();
        bench.runner(1).run(request(bench), out, first, Reporter.silent());
        assertThat(first.lines)
                .containsExactly(
                        "began image docker.io/library/kernel",
                        "CACHED image docker.io/library/kernel",
                        "began image docker.io/library/root",
                        "CACHED image docker.io/library/root",
                        "began image docker.io/library/a",
                        "CACHED image docker.io/library/a",
                        "began image docker.io/library/b",
                        "CACHED image docker.io/library/b",
                        "planned 11",
                        "began segment kernel and 3 more",
                        "MADE segment kernel and 3 more",
                        "began segment init[0]",
                        "MADE segment init[0]",
                        "began segment services[0]",
                        "MADE segment services[0]",
                        "began segment services[1]",
                        "MADE segment services[1]",
                        "began segment files[0]",
                        "MADE segment files[0]",
                        "began format kernel+initrd",
                        "MADE format kernel+initrd",
                        "began format tar",
                        "MADE format tar",
                        "written 4");

        Heard second = new Heard();
        bench.runner(1).run(bench.request(SYSTEM), out, second, Reporter.silent());
        assertThat(second.lines).filteredOn(line -> line.startsWith("MADE")).isEmpty();
        assertThat(second.lines).contains("CACHED segment services[1]", "CACHED format kernel+initrd");
    }

    @Test
    void aWatchHearsWhichStepFailed() throws IOException {
        Heard heard = new Heard();
        BuildRequest request = bench.request("services: [{name: a, image: nowhere}]");
        assertThatThrownBy(() -> bench.runner(1).run(request, out, heard, Reporter.silent()))
                .isInstanceOf(InputException.class);
        assertThat(heard.lines)
                .containsExactly("began image docker.io/library/nowhere", "FAILED image docker.io/library/nowhere");
    }

    @Test
    void buildsInDifferentFoldersWithDifferentWidthsAreTheSame(@TempDir Path other) throws IOException {
        bench.runner(1).run(request(bench), out, Reporter.silent());
        Workbench elsewhere = bench(other);
        elsewhere.runner(8).run(request(elsewhere), other.resolve("out"), Reporter.silent());

        assertThat(names(out)).isEqualTo(FILES);
        for (String name : FILES) {
            assertThat(other.resolve("out").resolve(name)).hasSameBinaryContentAs(out.resolve(name));
        }
    }

    @Test
    void theSecondBuildMakesNoSegment() throws IOException {
        bench.runner(2).run(request(bench), out, Reporter.silent());
        List<String> steps = Collections.synchronizedList(new ArrayList<>());
        Reporter reporter = new Reporter(
                progress -> {
                    if (progress instanceof Progress.Started started) {
                        steps.add(started.label());
                    }
                },
                () -> false);

        bench.runner(2).run(request(bench), out, reporter);

        assertThat(steps).containsExactly("writing system-kernel", "writing system-initrd.img", "writing system.tar");
    }

    @Test
    void aDamagedSegmentIsMadeAgain() throws IOException {
        bench.runner(2).run(request(bench), out, Reporter.silent());
        byte[] good = Files.readAllBytes(out.resolve("system-initrd.img"));
        for (Path segment : bench.segmentFiles()) {
            byte[] bytes = Files.readAllBytes(segment);
            bytes[bytes.length / 2] ^= 1;
            Files.write(segment, bytes);
        }

        // Each round finds one damaged segment, so there must be as many rounds as segments.
        bench.runner(2).run(request(bench), out, Reporter.silent());

        assertThat(out.resolve("system-initrd.img")).hasBinaryContent(good);
        assertThat(names(out)).isEqualTo(FILES);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void cancelledAnywhereItLeavesNoFile(int width) throws IOException {
        for (int events = 1; ; events = events * 2) {
            AtomicInteger left = new AtomicInteger(events);
            Reporter reporter = new Reporter(progress -> left.decrementAndGet(), () -> left.get() <= 0);
            Path folder = home.resolve("out" + width + "-" + events);
            try {
                bench.runner(width).run(request(bench), folder, reporter);
                break; // more events than the build has
            } catch (CancelledException e) {
                assertThat(folder).doesNotExist();
                assertThat(names(home.resolve("segments"))).noneMatch(name -> name.startsWith("."));
                assertThat(names(home.resolve("images/ingest"))).isEmpty();
            }
        }
    }

    @Test
    void anInterruptedBuildIsCancelledAndLeavesNoFile() throws IOException {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> bench.runner(2).run(request(bench), out, Reporter.silent()))
                .satisfiesAnyOf(
                        e -> assertThat(e).isInstanceOf(CancelledException.class),
                        e -> assertThat(e).isInstanceOf(ClosedByInterruptException.class));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(out).doesNotExist();
    }

    @Test
    void aFailedBuildLeavesTheEarlierOne() throws IOException {
        bench.runner(2).run(request(bench), out, Reporter.silent());
        byte[] good = Files.readAllBytes(out.resolve("system-initrd.img"));
        bench.image("b", new Tree().file("b", Workbench.noise(5)));
        bench.planner().plan(request(bench));
        Path layer = home.resolve("images/blobs/sha256")
                .resolve(bench.store()
                        .find(ImageRef.parse("b"), Arch.AMD64)
                        .orElseThrow()
                        .layers()
                        .getFirst()
                        .digest()
                        .hex());
        byte[] bytes = Files.readAllBytes(layer);
        bytes[bytes.length - 20] ^= 1;
        Files.write(layer, bytes);

        assertThatThrownBy(() -> bench.runner(2).run(request(bench), out, Reporter.silent()))
                .isInstanceOf(CorruptBlobException.class);

        assertThat(names(out)).isEqualTo(FILES);
        assertThat(out.resolve("system-initrd.img")).hasBinaryContent(good);
        assertThat(names(home.resolve("segments"))).noneMatch(name -> name.startsWith("."));
    }

    @Test
    void aMissingImageIsNamedWithItsPlaceAndItsComponent() {
        String yaml = "services:\n  - name: web\n    image: nginx\n";
        assertThatThrownBy(() -> bench.runner(2).run(bench.request(yaml), out, Reporter.silent()))
                .isInstanceOfSatisfying(InvalidCompositionException.class, e -> {
                    assertThat(e)
                            .hasMessage("system.yml:3:12: services web:"
                                    + " the image docker.io/library/nginx is not in the store");
                    assertThat(e.hint())
                            .isEqualTo(Optional.of("get it with 'lamina image pull' or 'lamina image import'"));
                });
        assertThat(out).doesNotExist();
    }

    /// As where there is no network.
    private static final class Unreachable implements ImageProvider {
        @Override
        public Optional<StoredImage> present(ImageRef ref, Arch arch) {
            return Optional.empty();
        }

        @Override
        public Pending pending(ImageRef ref, Arch arch) {
            return new Pending("pull", 0, 0);
        }

        @Override
        public StoredImage provide(ImageRef ref, Arch arch, Reporter reporter) {
            throw new ImageUnavailableException(
                    "cannot get " + ref, "check the network", new ConnectException("no route"));
        }
    }

    @Test
    void anImageThatCannotBeHadIsNamedWithItsPlaceAndKeepsItsExitCode() {
        String yaml = "services:\n  - name: web\n    image: nginx\n";
        assertThatThrownBy(() -> bench.runner(new Unreachable(), 2).run(bench.request(yaml), out, Reporter.silent()))
                .isInstanceOfSatisfying(ImageUnavailableException.class, e -> {
                    assertThat(e.problem())
                            .contains(new Problem(
                                    new SourceSpan("system.yml", 3, 12, 3, 17),
                                    "services web: cannot get docker.io/library/nginx",
                                    Optional.of("check the network")));
                    assertThat(e).hasMessage("system.yml:3:12: services web: cannot get docker.io/library/nginx");
                    assertThat(e.hint()).contains("check the network");
                    assertThat(e.kind()).isEqualTo(ProblemKind.ENVIRONMENT);
                });
        assertThat(out).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeIsKnownBeforeTheWork() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        assertThatThrownBy(() -> bench.runner(2).run(request(bench), file, Reporter.silent()))
                .isInstanceOf(InputException.class)
                .hasMessage(file + " is not a folder");
        assertThat(bench.segmentFiles()).isEmpty();
    }
}
