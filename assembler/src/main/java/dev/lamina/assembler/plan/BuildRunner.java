package dev.lamina.assembler.plan;

import dev.lamina.assembler.format.Format;
import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.assembler.format.ImageOutput.OutputFile;
import dev.lamina.assembler.format.OutputFolder;
import dev.lamina.assembler.format.OutputNotes;
import dev.lamina.assembler.format.PreparedImage;
import dev.lamina.assembler.io.Parallel;
import dev.lamina.assembler.oci.ImageProvider;
import dev.lamina.assembler.oci.ImageUnavailableException;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.part.Images;
import dev.lamina.assembler.part.Places;
import dev.lamina.assembler.part.SystemParts;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.assembler.segment.DamagedSegmentException;
import dev.lamina.assembler.segment.SegmentPlan;
import dev.lamina.assembler.segment.SegmentStore;
import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Builds: gets the images ready, makes the segments that are missing, writes the formats.
public final class BuildRunner {
    /// More than the unused segments of some hundred small systems.
    private static final long KEPT_SEGMENTS = 4L << 30;

    private static final int ATTEMPTS = 3;

    private final ImageProvider provider;
    private final Planner planner;
    private final SegmentStore segments;
    private final OutputNotes notes;
    private final int width;

    /// @param notes about what earlier builds wrote
    /// @param width how many things to do at once; the result does not depend on it
    public BuildRunner(ImageProvider provider, Planner planner, SegmentStore segments, OutputNotes notes, int width) {
        this.provider = provider;
        this.planner = planner;
        this.segments = segments;
        this.notes = notes;
        this.width = width;
    }

    /// Everything but the writing: the images are there, and so are the segments.
    public PreparedImage prepare(BuildRequest request, Reporter reporter) throws IOException {
        return prepare(request, new WatchedSteps(BuildWatch.NONE, reporter));
    }

    private PreparedImage prepare(BuildRequest request, WatchedSteps steps) throws IOException {
        Map<ImageRef, StoredImage> images = provideImages(request, steps);
        steps.reporter().checkCancelled();
        PreparedImage image = planner.prepare(request, images, steps.reporter());
        steps.reporter().checkCancelled();
        steps.watch().planned(planner.steps(request, image));
        makeMissing(image, request.compression(), steps);
        return image;
    }

    /// Writes all formats to `folder`, or nothing.
    public ImageOutput run(BuildRequest request, Path folder, Reporter reporter) throws IOException {
        return run(request, folder, BuildWatch.NONE, reporter);
    }

    /// As [#run(BuildRequest, Path, Reporter)], for somebody who wants to know what each step does.
    public ImageOutput run(BuildRequest request, Path folder, BuildWatch watch, Reporter reporter) throws IOException {
        WatchedSteps steps = new WatchedSteps(watch, reporter);
        OutputFolder.refuseFile(folder);
        PreparedImage image = prepare(request, steps);
        ImageOutput output = write(request, image, folder, steps);
        watch.written(image, output);
        return output;
    }

    private ImageOutput write(BuildRequest request, PreparedImage image, Path folder, WatchedSteps steps)
            throws IOException {
        try (OutputFolder out = OutputFolder.open(folder, notes)) {
            writeAll(request, image, out, steps);
            List<OutputFile> files = out.publish();
            segments.prune(KEPT_SEGMENTS);
            return new ImageOutput(files, media(request, image, folder));
        }
    }

    /// What somebody imported comes first: it is there or not, and a long download for the others would be in vain.
    private Map<ImageRef, StoredImage> provideImages(BuildRequest request, WatchedSteps steps) throws IOException {
        SystemParts.check(request.composition(), request.sources(), request.local());
        Map<ImageRef, StoredImage> images = new HashMap<>();
        for (boolean builtIn : new boolean[] {false, true}) {
            List<Callable<StoredImage>> tasks = new ArrayList<>();
            Images.of(request.composition()).forEach((image, use) -> {
                if (image.builtIn() == builtIn) {
                    tasks.add(() -> steps.run(
                            new Step.ProvideImage(image, Optional.empty()),
                            reporter -> provide(request, image, use, reporter)));
                }
            });
            if (!tasks.isEmpty()) {
                Parallel.run(tasks, width).forEach(image -> images.put(image.ref(), image));
            }
        }
        return images;
    }

    private StoredImage provide(BuildRequest request, ImageRef image, Images.Use use, Reporter reporter)
            throws IOException {
        try {
            return provider.provide(image, request.arch(), reporter);
        } catch (InputException | ImageUnavailableException e) {
            throw new Places(request.sources()).at(use, e);
        }
    }

    /// A kept segment that turns out to be damaged is made again, and the writing begins anew.
    private void writeAll(BuildRequest request, PreparedImage image, OutputFolder out, WatchedSteps steps)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                for (Format format : request.formats()) {
                    steps.run(Planner.step(request, format, image), reporter -> {
                        format.write(request.name(), image, out, reporter);
                        return format;
                    });
                }
                return;
            } catch (DamagedSegmentException e) {
                out.discard();
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                removeDamaged(image, steps.reporter());
                makeMissing(image, request.compression(), steps);
            }
        }
    }

    /// Where one is damaged others may be.
    private void removeDamaged(PreparedImage image, Reporter reporter) throws IOException {
        for (SegmentPlan plan : image.segments()) {
            segments.check(plan.key(), reporter);
        }
    }

    private void makeMissing(PreparedImage image, CompressionLevel level, WatchedSteps steps) throws IOException {
        List<Callable<SegmentPlan>> tasks = new ArrayList<>();
        for (SegmentPlan plan : image.segments()) {
            Step.MakeSegment step = planner.step(plan);
            if (step.cached()) {
                steps.skip(step);
            } else {
                tasks.add(() -> steps.run(step, reporter -> {
                    segments.make(plan, reporter);
                    return plan;
                }));
            }
        }
        if (!tasks.isEmpty()) {
            Parallel.run(tasks, level.atOnce(width));
        }
    }

    private static Optional<BootMedia> media(BuildRequest request, PreparedImage image, Path folder) {
        return request.formats().stream()
                .flatMap(format -> format.media(request.name(), image, folder).stream())
                .findFirst();
    }
}
