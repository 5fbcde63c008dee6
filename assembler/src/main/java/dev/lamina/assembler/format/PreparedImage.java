package dev.lamina.assembler.format;

import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.segment.SegmentPlan;
import dev.lamina.assembler.segment.SegmentStore;
import dev.lamina.assembler.tree.ImageTree;
import dev.lamina.model.value.Arch;
import java.util.List;
import java.util.Optional;

/// Everything that formats write from.
///
/// @param store where the kernel and the microcode are
/// @param segments the parts of the initial ramdisk, in order; formats that need them find them in `segmentStore`
public record PreparedImage(
        Arch arch,
        ImageTree tree,
        Optional<BlobDescriptor> kernel,
        Optional<BlobDescriptor> microcode,
        String cmdline,
        List<SegmentPlan> segments,
        ImageStore store,
        SegmentStore segmentStore) {
    public PreparedImage {
        segments = List.copyOf(segments);
    }

    /// The same for those who put the microcode elsewhere.
    PreparedImage withoutMicrocode() {
        return new PreparedImage(arch, tree, kernel, Optional.empty(), cmdline, segments, store, segmentStore);
    }
}
