package dev.lamina.assembler.plan;

import dev.lamina.assembler.format.Format;
import dev.lamina.assembler.format.PreparedImage;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.ImageProvider;
import dev.lamina.assembler.oci.ImageUnavailableException;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.part.Images;
import dev.lamina.assembler.part.Places;
import dev.lamina.assembler.part.SystemParts;
import dev.lamina.assembler.segment.SegmentFooter;
import dev.lamina.assembler.segment.SegmentPlan;
import dev.lamina.assembler.segment.SegmentStore;
import dev.lamina.assembler.tree.ImageTree.Node;
import dev.lamina.assembler.tree.TreeGroups;
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
import java.util.OptionalLong;

/// Finds out what a build has to do. It looks at what is there and fetches nothing.
public final class Planner {
    private final ImageProvider provider;
    private final ImageContents contents;
    private final SegmentStore segments;
    private final Path notes;

    /// @param notes a folder for what was found out about images
    public Planner(ImageProvider provider, ImageContents contents, SegmentStore segments, Path notes) {
        this.provider = provider;
        this.contents = contents;
        this.segments = segments;
        this.notes = notes;
    }

    /// @throws InputException an image does not exist, or the parts do not fit together
    public BuildPlan plan(BuildRequest request) throws IOException {
        List<Step> steps = new ArrayList<>();
        Map<ImageRef, StoredImage> images = new HashMap<>();
        for (Map.Entry<ImageRef, Images.Use> image :
                Images.of(request.composition()).entrySet()) {
            Optional<StoredImage> present = present(request, image.getKey(), image.getValue());
            present.ifPresent(found -> images.put(image.getKey(), found));
            steps.add(new Step.ProvideImage(
                    image.getKey(),
                    present.isPresent()
                            ? Optional.empty()
                            : Optional.of(provider.pending(image.getKey(), request.arch()))));
        }
        if (images.size() < steps.size()) {
            return new BuildPlan(steps, Optional.empty());
        }
        PreparedImage image = prepare(request, images, Reporter.silent());
        steps.addAll(stepsAfterImages(request, image));
        return new BuildPlan(steps, Optional.of(image));
    }

    /// All steps of a build whose images are there.
    List<Step> steps(BuildRequest request, PreparedImage image) throws IOException {
        List<Step> steps = new ArrayList<>();
        Images.of(request.composition())
                .keySet()
                .forEach(ref -> steps.add(new Step.ProvideImage(ref, Optional.empty())));
        steps.addAll(stepsAfterImages(request, image));
        return steps;
    }

    private List<Step> stepsAfterImages(BuildRequest request, PreparedImage image) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (SegmentPlan plan : image.segments()) {
            steps.add(step(plan));
        }
        request.formats().forEach(format -> steps.add(step(request, format, image)));
        return steps;
    }

    static Step step(BuildRequest request, Format format, PreparedImage image) {
        return new Step.WriteFormat(format.id(), format.fileNames(request.name(), image));
    }

    Step.MakeSegment step(SegmentPlan plan) throws IOException {
        Optional<SegmentFooter> kept = segments.find(plan.key());
        OptionalLong size = kept.isPresent() ? OptionalLong.of(kept.get().size()) : OptionalLong.empty();
        return new Step.MakeSegment(plan.key(), plan.label(), plan.contentBytes(), size);
    }

    private Optional<StoredImage> present(BuildRequest request, ImageRef image, Images.Use use) throws IOException {
        try {
            return provider.present(image, request.arch());
        } catch (InputException | ImageUnavailableException e) {
            throw new Places(request.sources()).at(use, e);
        }
    }

    /// @param images all that the composition names
    PreparedImage prepare(BuildRequest request, Map<ImageRef, StoredImage> images, Reporter reporter)
            throws IOException {
        SystemParts.Result system = new SystemParts(
                        request.composition(),
                        request.sources(),
                        request.arch(),
                        images,
                        contents,
                        request.local(),
                        notes,
                        request.sbom(),
                        request.decompressKernel())
                .make(reporter);
        List<SegmentPlan> plans = request.needsSegments()
                ? TreeGroups.of(system.tree(), Planner::isInRamdisk).stream()
                        .map(group -> SegmentPlan.of(group, request.compression()))
                        .toList()
                : List.of();
        return new PreparedImage(
                request.arch(),
                system.tree(),
                system.kernel(),
                system.microcode(),
                system.cmdline(),
                plans,
                contents.store(),
                segments);
    }

    /// What boots the system is beside the ramdisk, not in it.
    private static boolean isInRamdisk(Node node) {
        return !node.path().startsWith("boot/");
    }
}
