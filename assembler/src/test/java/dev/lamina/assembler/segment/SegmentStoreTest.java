package dev.lamina.assembler.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.cpio.CpioReader;
import dev.lamina.assembler.testing.Trees;
import dev.lamina.assembler.testing.Trees.Item;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentStoreTest {
    private static final String ONE_SERVICE = "init: [root]\n";

    @TempDir
    Path home;

    private Workbench bench;
    private SegmentStore store;

    @BeforeEach
    void open() throws IOException {
        bench = Workbench.in(home);
        bench.image("root", new Tree().file("bin", Workbench.noise(1)));
        store = bench.segments();
    }

    private SegmentPlan plan() throws IOException {
        return bench.planner()
                .plan(bench.request(ONE_SERVICE))
                .image()
                .orElseThrow()
                .segments()
                .getFirst();
    }

    private byte[] copy(Digest key) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Reporter.Step step = Reporter.silent().begin("copy")) {
            store.copy(key, out, step);
        }
        return out.toByteArray();
    }

    private Path file(SegmentPlan plan) {
        return home.resolve("segments").resolve(plan.key().hex());
    }

    @Test
    void whatWasMadeIsFoundAndCopied() throws IOException {
        SegmentPlan plan = plan();
        assertThat(store.find(plan.key())).isEmpty();

        store.make(plan, Reporter.silent());

        byte[] bytes = copy(plan.key());
        SegmentFooter footer = store.find(plan.key()).orElseThrow();
        assertThat(footer.size()).isEqualTo(bytes.length);
        assertThat(footer.size() + SegmentFooter.BYTES).isEqualTo(Files.size(file(plan)));
        List<Item> items = Trees.items(
                sink -> new CpioReader(Compression.decompress(new ByteArrayInputStream(bytes))).streamTo(sink));
        assertThat(items).contains(new Item("FILE 644 0:0 @1492533000 80000 0,0 bin ->  {}", Workbench.noise(1)));
        assertThat(items).hasSameSizeAs(plan.group().nodes());
    }

    @Test
    void aChangedSegmentIsNotCopiedAndThenMissing() throws IOException {
        SegmentPlan plan = plan();
        store.make(plan, Reporter.silent());
        byte[] bytes = Files.readAllBytes(file(plan));
        bytes[100] ^= 1;
        Files.write(file(plan), bytes);

        assertThat(store.find(plan.key())).isPresent();
        assertThatThrownBy(() -> copy(plan.key()))
                .isInstanceOf(DamagedSegmentException.class)
                .hasMessage("the segment " + file(plan) + " is damaged");
        assertThat(store.find(plan.key())).isEmpty();
    }

    @Test
    void aSegmentThatIsCutOffOrSomethingElseIsMissing() throws IOException {
        SegmentPlan plan = plan();
        store.make(plan, Reporter.silent());
        byte[] bytes = Files.readAllBytes(file(plan));
        for (int length : List.of(0, 10, SegmentFooter.BYTES, bytes.length - 1)) {
            Files.write(file(plan), Arrays.copyOf(bytes, length));
            assertThat(store.find(plan.key())).as(length + " bytes").isEmpty();
            assertThatThrownBy(() -> copy(plan.key())).isInstanceOf(DamagedSegmentException.class);
        }
    }

    @Test
    void whatIsCancelledLeavesNothing() throws IOException {
        SegmentPlan plan = plan();
        AtomicBoolean cancelled = new AtomicBoolean();
        Reporter reporter = new Reporter(
                progress -> cancelled.compareAndSet(false, progress instanceof Progress.Advanced), cancelled::get);

        assertThatThrownBy(() -> store.make(plan, reporter)).isInstanceOf(CancelledException.class);
        assertThat(home.resolve("segments")).isEmptyDirectory();
    }

    @Test
    void whatWasUsedLastIsKeptLongest() throws IOException {
        Path old = segmentOf(100, 1);
        Path older = segmentOf(100, 0);
        Path fresh = segmentOf(100, 2);

        store.prune(250);
        assertThat(bench.segmentFiles()).containsExactlyInAnyOrder(old, fresh);
        store.prune(0);
        assertThat(older).doesNotExist();
        assertThat(bench.segmentFiles()).isEmpty();
    }

    @Test
    void copyingIsUse() throws IOException {
        SegmentPlan plan = plan();
        store.make(plan, Reporter.silent());
        Files.setLastModifiedTime(file(plan), FileTime.fromMillis(0));
        segmentOf(100, 1);
        copy(plan.key());

        store.prune(Files.size(file(plan)));
        assertThat(bench.segmentFiles()).containsExactly(file(plan));
    }

    @Test
    void pruningLeavesWhatIsBeingMade() throws IOException {
        Path foreign = Files.writeString(home.resolve("segments/.part-1-2-3"), "on its way");
        store.prune(0);
        assertThat(foreign).exists();
    }

    private Path segmentOf(int bytes, int hour) throws IOException {
        Path file = home.resolve("segments").resolve("%064x".formatted(hour));
        Files.write(file, new byte[bytes]);
        Files.setLastModifiedTime(file, FileTime.fromMillis(hour * 3_600_000L));
        return file;
    }
}
