package dev.lamina.assembler.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.format.KernelInitrdFormat;
import dev.lamina.assembler.format.TarFormat;
import dev.lamina.assembler.oci.ImageProvider.Pending;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {
    private static final String SYSTEM = """
        init:
          - root
        services:
          - name: web
            image: web
        """;

    @TempDir
    Path home;

    private Workbench bench;

    @BeforeEach
    void open() throws IOException {
        bench = Workbench.in(home).image("root", new Tree().file("init", Workbench.noise(1)));
    }

    private void addWeb() throws IOException {
        bench.labelled("web", "{}", new Tree().file("web", "x"));
    }

    @Test
    void aMissingImageIsAStepAndWhatDependsOnItIsNotKnown() throws IOException {
        BuildPlan plan = bench.planner().plan(bench.request(SYSTEM));

        assertThat(plan)
                .isEqualTo(new BuildPlan(
                        List.of(
                                new Step.ProvideImage(ImageRef.parse("root"), Optional.empty()),
                                new Step.ProvideImage(
                                        ImageRef.parse("web"), Optional.of(new Pending("not in the store", 0, 0)))),
                        Optional.empty()));
    }

    @Test
    void withAllImagesThePlanHasKeysAndFilesAndWhatIsKeptAlready() throws IOException {
        addWeb();
        List<Step> before = bench.planner().plan(bench.request(SYSTEM)).steps();
        bench.runner(1).run(bench.request(SYSTEM), home.resolve("out"), Reporter.silent());
        List<Step> after = bench.planner().plan(bench.request(SYSTEM)).steps();

        assertThat(before).hasSize(5).hasSameSizeAs(after);
        for (int i = 2; i < 4; i++) {
            Step.MakeSegment missing = (Step.MakeSegment) before.get(i);
            long size = bench.segments().find(missing.key()).orElseThrow().size();
            assertThat(missing.cachedBytes()).isEmpty();
            assertThat(after.get(i))
                    .isEqualTo(new Step.MakeSegment(
                            missing.key(), missing.label(), missing.contentBytes(), OptionalLong.of(size)));
        }
        assertThat(after.getLast()).isEqualTo(new Step.WriteFormat("kernel+initrd", List.of("system-initrd.img")));
    }

    @Test
    void aTarNeedsNoSegments() throws IOException {
        addWeb();
        List<Step> steps =
                bench.planner().plan(bench.request(SYSTEM, new TarFormat())).steps();
        assertThat(steps.subList(2, steps.size())).containsExactly(new Step.WriteFormat("tar", List.of("system.tar")));
    }

    @Test
    void planningWritesNoOutputAndNoSegment() throws IOException {
        addWeb();
        bench.planner().plan(bench.request(SYSTEM, new KernelInitrdFormat(), new TarFormat()));
        assertThat(bench.segmentFiles()).isEmpty();
    }

    @Test
    void partsThatDoNotFitTogetherAreNamedWithTheirPlace() throws IOException {
        addWeb();
        String yaml = SYSTEM + "files:\n  - path: init/below\n    contents: x\n";
        assertThatThrownBy(() -> bench.planner().plan(bench.request(yaml)))
                .isInstanceOf(InvalidCompositionException.class)
                .hasMessage("system.yml:7:5: files[0]: init/below lies below init,"
                        + " which is a file of init[0] (docker.io/library/root)");
    }

    @Test
    void damagedNotesAndListingsAreMadeAnew() throws IOException {
        bench.image(
                "kernel", new Tree().file("kernel", "MZ").file("lib", "library").file("other", "other"));
        String yaml = "kernel: {image: kernel, tar: none}\n";
        BuildPlan first = bench.planner().plan(bench.request(yaml));
        List<Path> notes = Workbench.files(bench.notes());
        assertThat(notes).hasSize(2);

        List<byte[]> damages = List.of(
                new byte[0],
                new byte[] {(byte) 0xFF, (byte) 0xC0, 0x20, 0x35},
                ("0".repeat(64) + " 2\n").getBytes(StandardCharsets.US_ASCII),
                "no digest".getBytes(StandardCharsets.US_ASCII));
        for (byte[] damage : damages) {
            for (Path note : notes) {
                Files.write(note, damage);
            }
            assertThat(bench.planner().plan(bench.request(yaml)).steps()).isEqualTo(first.steps());
        }
    }

    @Test
    void aNoteWithAWrongSizeIsMadeAnew() throws IOException {
        bench.image("kernel", new Tree().file("kernel", "MZ"));
        String yaml = "kernel: {image: kernel, tar: none}\n";
        bench.planner().plan(bench.request(yaml));
        for (Path note : Workbench.files(bench.notes())) {
            if (note.getFileName().toString().startsWith("file-")) {
                Files.writeString(note, Files.readString(note).replace(" 2", " 7"));
            }
        }
        assertThat(bench.planner()
                        .plan(bench.request(yaml))
                        .image()
                        .orElseThrow()
                        .kernel()
                        .orElseThrow()
                        .size())
                .isEqualTo(2);
    }
}
