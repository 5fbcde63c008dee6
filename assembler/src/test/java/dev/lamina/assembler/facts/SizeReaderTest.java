package dev.lamina.assembler.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.model.check.LocalFile;
import dev.lamina.model.check.SystemSizes;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SizeReaderTest {
    private static final String SYSTEM = """
            kernel:
              image: kernel:1
            init:
              - init:1
            services:
              - {name: a, image: "box:1"}
              - {name: b, image: "box:1"}
            files:
              - {path: etc/motd, contents: hello}
              - {path: etc/key, source: key}
            """;

    @TempDir
    Path home;

    private Optional<SystemSizes> sizes(Workbench bench, String yaml, String... known) throws IOException {
        Map<ImageRef, StoredImage> images = new HashMap<>();
        for (String name : known) {
            ImageRef ref = ImageRef.parse(name);
            images.put(ref, bench.store().find(ref, Arch.AMD64).orElseThrow());
        }
        Map<String, LocalFile> local = Map.of("key", new LocalFile.Present(9000, ""));
        return new SizeReader(bench.contents()).of(bench.request(yaml).composition(), images, local);
    }

    private Workbench bench() throws IOException {
        Tree shared = new Tree().file("bin/busybox", "b".repeat(10_000));
        return Workbench.in(home)
                .image(
                        "kernel:1",
                        ImageConfig.EMPTY,
                        new Tree().file("kernel", "k".repeat(50_000)).file("kernel.tar", "m".repeat(20_000)))
                .image("init:1", ImageConfig.EMPTY, shared, new Tree().file("init", "i"))
                .image("box:1", ImageConfig.EMPTY, shared, new Tree().file("bin/box", "x".repeat(4097)));
    }

    @Test
    void sharedLayersAndTheModulesOfTheKernelCountOnce() throws IOException {
        long files = (3 + 1 + 2 + 5 + 1 + 3) * 4096L;

        assertThat(sizes(bench(), SYSTEM, "kernel:1", "init:1", "box:1"))
                .contains(new SystemSizes(
                        files, (long) (files * 0.4), 10_000, "the file /bin/busybox of docker.io/library/init:1"));
    }

    @Test
    void withoutOneOfTheImagesNothingIsSaid() throws IOException {
        assertThat(sizes(bench(), SYSTEM, "kernel:1", "init:1")).isEmpty();
        assertThat(sizes(bench(), SYSTEM, "init:1", "box:1")).isEmpty();
    }
}
