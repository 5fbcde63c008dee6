package dev.lamina.assembler.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.assembler.format.KernelInitrdFormat;
import dev.lamina.assembler.format.KernelInitrdTarFormat;
import dev.lamina.assembler.format.OutputNotes;
import dev.lamina.assembler.format.PreparedImage;
import dev.lamina.assembler.format.TarFormat;
import dev.lamina.assembler.listing.PreparedListing;
import dev.lamina.assembler.oci.CorruptBlobException;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.segment.SegmentStore;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A build that is cancelled, at whatever moment, ends soon and leaves nothing half done.
@SuppressWarnings("NullAway.Init")
class CancelledBuildTest {
    private static final String SYSTEM = """
        kernel: {image: kernel, tar: none, cmdline: quiet}
        init: [root]
        services: [{name: large, image: large, command: [/large]}]
        files: [{path: srv/local, source: local}]
        """;

    /// Of 64 KiB: many more than a job asks for before it ends, far fewer than it would ask for in the whole.
    private static final long FEW_BLOCKS = 16;

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path home;

    private Workbench bench;

    @BeforeEach
    void images() throws IOException {
        Files.write(home.resolve("local"), bytes(3, MEGABYTE));
        bench = Workbench.in(home)
                .image("kernel", new Tree().file("kernel", bytes(1, MEGABYTE)))
                .image("root", new Tree().file("init", Workbench.noise(2)))
                .image("large", new Tree().file("large", bytes(4, 3 * MEGABYTE)), new Tree().file("more", "more"));
    }

    private static byte[] bytes(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /// Cancelled when it has been asked so many times whether it is.
    private static final class Cancel {
        private final AtomicLong asked = new AtomicLong();
        private final long at;
        private volatile long since;

        Cancel(long at) {
            this.at = at;
        }

        boolean isCancelled() {
            if (asked.incrementAndGet() == at) {
                since = System.nanoTime();
            }
            return asked.get() >= at;
        }

        Reporter reporter() {
            return new Reporter(progress -> {}, this::isCancelled);
        }
    }

    private ImageOutput build(Path work, Reporter reporter) throws IOException {
        SegmentStore segments = SegmentStore.open(work.resolve("segments"));
        ImageContents contents = new ImageContents(bench.store(), work.resolve("listings"), reporter);
        Planner planner = new Planner(bench.provider(), contents, segments, work.resolve("listings"));
        BuildRequest request =
                bench.request(SYSTEM, new KernelInitrdFormat(), new TarFormat(), new KernelInitrdTarFormat());
        BuildWatch listing = new BuildWatch() {
            @Override
            public void written(PreparedImage image, ImageOutput output) throws IOException {
                PreparedListing.of(image, request.composition(), reporter);
            }
        };
        return new BuildRunner(bench.provider(), planner, segments, OutputNotes.in(work.resolve("outputs")), 2)
                .run(request, work.resolve("out"), listing, reporter);
    }

    private static List<Path> unfinished(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(".part-"))
                    .toList();
        }
    }

    @Test
    void whoClosesALargeBlobEarlyDoesNotWaitForItsEnd() throws IOException {
        Digest blob = bench.store()
                .putBlob(new ByteArrayInputStream(bytes(5, 3 * MEGABYTE)))
                .digest();
        Path file = home.resolve("images/blobs/sha256").resolve(blob.hex());
        byte[] damaged = Files.readAllBytes(file);
        damaged[damaged.length - 1] ^= 1;
        Files.write(file, damaged);

        bench.store().openBlob(blob).close();

        InputStream almostRead = bench.store().openBlob(blob);
        almostRead.skipNBytes(3L * MEGABYTE - 9);
        assertThatThrownBy(almostRead::close).isInstanceOf(CorruptBlobException.class);
    }

    @Test
    void anyMomentWillDo() throws IOException {
        ImageOutput whole = build(home.resolve("whole"), Reporter.silent());
        Cancel never = new Cancel(Long.MAX_VALUE);
        build(home.resolve("again"), never.reporter()); // what is in the layers is known by now
        Random random = new Random(20260731);
        long slowest = 0;
        for (int i = 0; i < 8; i++) {
            Path work = Files.createDirectories(home.resolve("cancelled" + i));
            Cancel cancel = new Cancel(1 + random.nextLong(never.asked.get() - 1));

            assertThatThrownBy(() -> build(work, cancel.reporter()))
                    .as("cancelled at " + cancel.at + " of " + never.asked.get())
                    .isInstanceOf(CancelledException.class);

            slowest = Math.max(slowest, System.nanoTime() - cancel.since);
            assertThat(cancel.asked.get() - cancel.at).isLessThan(FEW_BLOCKS);
            assertThat(unfinished(work)).isEmpty();
            assertThat(unfinished(home.resolve("images/ingest"))).isEmpty();
        }
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(5)); // as a rule it is some milliseconds
        assertThat(build(home.resolve("cancelled0"), Reporter.silent()).files())
                .extracting(ImageOutput.OutputFile::sha256)
                .isEqualTo(whole.files().stream()
                        .map(ImageOutput.OutputFile::sha256)
                        .toList());
    }
}
