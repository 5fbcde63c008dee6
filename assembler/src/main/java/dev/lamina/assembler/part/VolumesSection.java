package dev.lamina.assembler.part;

import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.tree.ImageTree;
import dev.lamina.assembler.tree.Origin;
import dev.lamina.model.Composition;
import dev.lamina.model.Volume;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.Map;

/// The section `volumes`: `lower` with what the image brings, `tmp` for what is written, `merged` for the two together.
final class VolumesSection {
    private static final String BLANK = "linuxkit.volumes";

    private final Composition composition;
    private final Map<ImageRef, StoredImage> images;
    private final ImageContents contents;

    VolumesSection(Composition composition, Map<ImageRef, StoredImage> images, ImageContents contents) {
        this.composition = composition;
        this.images = images;
        this.contents = contents;
    }

    void addTo(ImageTree.Builder tree) throws IOException {
        for (int i = 0; i < composition.volumes().size(); i++) {
            Volume volume = composition.volumes().get(i);
            String source = volume.image().map(ImageRef::name).orElse(BLANK);
            Origin origin = new Origin(source, "volume[" + i + "]");
            String folder = folder(volume);
            tree.add(new MadePart(origin)
                    .directories(lower(volume))
                    .directories(folder + "/tmp")
                    .directories(folder + "/merged"));
            if (volume.image().isPresent()) {
                fill(volume, volume.image().get(), origin, lower(volume), tree);
            }
        }
    }

    private static String folder(Volume volume) {
        return "containers/volumes/" + volume.name();
    }

    /// Where the files of a volume's image are.
    static String lower(Volume volume) {
        return folder(volume) + "/lower";
    }

    private void fill(Volume volume, ImageRef ref, Origin origin, String folder, ImageTree.Builder tree)
            throws IOException {
        switch (volume.format()) {
            case FILESYSTEM ->
                tree.add(ImagePart.touched(origin, folder, contents.of(Images.require(images, ref)), Touches.ROOT));
            case OCI -> tree.add(OciLayoutPart.of(origin, folder, contents.store(), ref, volume.platforms()));
        }
    }
}
