package dev.lamina.assembler.part;

import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.Section;
import dev.lamina.model.Volume;
import dev.lamina.model.value.ImageRef;
import java.util.LinkedHashMap;
import java.util.Map;

/// The images that a composition names.
public final class Images {
    private Images() {}

    /// Where an image is named first.
    ///
    /// @param path in the document, e.g. `services[0].image`
    /// @param component for people, e.g. `services web`
    public record Use(String path, String component) {}

    /// Each image once, in the order of the boot.
    public static Map<ImageRef, Use> of(Composition composition) {
        Map<ImageRef, Use> images = new LinkedHashMap<>();
        composition.kernel().image().ifPresent(image -> images.put(image, new Use("kernel.image", "kernel")));
        for (int i = 0; i < composition.init().size(); i++) {
            String place = "init[" + i + "]";
            images.putIfAbsent(composition.init().get(i), new Use(place, place));
        }
        for (int i = 0; i < composition.volumes().size(); i++) {
            Volume volume = composition.volumes().get(i);
            Use use = new Use("volumes[" + i + "].image", "volumes " + volume.name());
            volume.image().ifPresent(image -> images.putIfAbsent(image, use));
        }
        for (Section section : Section.values()) {
            for (int i = 0; i < composition.containers(section).size(); i++) {
                Container container = composition.containers(section).get(i);
                Use use = new Use(section.key() + "[" + i + "].image", section.key() + " " + container.name());
                images.putIfAbsent(container.image(), use);
            }
        }
        return images;
    }

    static StoredImage require(Map<ImageRef, StoredImage> images, ImageRef ref) {
        StoredImage image = images.get(ref);
        if (image == null) {
            throw new IllegalArgumentException("the image " + ref + " was not provided");
        }
        return image;
    }
}
