package dev.lamina.assembler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharedMakingTest {
    @TempDir
    Path dir;

    private TinyCatalogue catalogue;

    @BeforeEach
    void describe() throws IOException {
        catalogue = new TinyCatalogue(dir);
    }

    @Test
    void manyThreadsTogetherDoNoMoreThanOneAlone() throws Exception {
        Work alone = new Work();
        try (CatalogueImages images = catalogue.images(ImageStore.open(dir.resolve("alone")), false)) {
            images.provide(TinyCatalogue.TOOL, Arch.AMD64, alone.reporter());
            images.provide(TinyCatalogue.OTHER, Arch.AMD64, alone.reporter());
        }
        Work together = new Work();
        try (CatalogueImages images = catalogue.images(catalogue.store(), false);
                var executor = Executors.newFixedThreadPool(8)) {
            List<Callable<StoredImage>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                ImageRef ref = i % 2 == 0 ? TinyCatalogue.TOOL : TinyCatalogue.OTHER;
                work.add(() -> images.provide(ref, Arch.AMD64, together.reporter()));
            }
            for (Future<StoredImage> made : executor.invokeAll(work)) {
                assertThat(made.get().annotations()).containsEntry(CatalogueImages.LOCKED, "true");
            }
        }
        assertThat(together.steps).containsExactlyInAnyOrder("making lamina/tool", "making lamina/other");
        assertThat(together.bytes).hasValue(alone.bytes.get());
    }

    /// What was reported.
    private static final class Work {
        private final Queue<String> steps = new ConcurrentLinkedQueue<>();
        private final AtomicLong bytes = new AtomicLong();

        Reporter reporter() {
            return new Reporter(this::take, () -> false);
        }

        private void take(Progress progress) {
            switch (progress) {
                case Progress.Started started -> steps.add(started.label());
                case Progress.Advanced advanced -> bytes.addAndGet(advanced.bytes());
                default -> {
                    // of no interest here
                }
            }
        }
    }
}
