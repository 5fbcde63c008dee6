package dev.lamina.app.operation;

import dev.lamina.assembler.format.OutputNotes;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.ImageProvider;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.plan.BuildRunner;
import dev.lamina.assembler.plan.Planner;
import dev.lamina.assembler.segment.SegmentStore;
import dev.lamina.model.progress.Reporter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/// What it takes to build, opened for one job.
///
/// @param images where they come from
/// @param notes a folder for what was found out about them
record Workshop(ImageStore store, ImageProvider images, Path notes, Planner planner, BuildRunner runner)
        implements Closeable {

    /// Opens the stores of a home.
    ///
    /// @param provider makes the source of images from the store
    /// @param reporter of the job
    static Workshop open(Home home, Function<ImageStore, ImageProvider> provider, Reporter reporter)
            throws IOException {
        ImageStore store = ImageStore.open(home.images());
        SegmentStore segments = SegmentStore.open(home.segments());
        Path notes = home.listings();
        ImageProvider images = provider.apply(store);
        Planner planner = new Planner(images, new ImageContents(store, notes, reporter), segments, notes);
        OutputNotes outputs = OutputNotes.in(home.cache().resolve("outputs"));
        int width = Runtime.getRuntime().availableProcessors();
        return new Workshop(store, images, notes, planner, new BuildRunner(images, planner, segments, outputs, width));
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
