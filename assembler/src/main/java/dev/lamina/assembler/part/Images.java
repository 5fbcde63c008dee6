package dev.lamina.assembler.part;

import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.Composition;
import dev.lamina.model.Section;
import dev.lamina.model.value.ImageRef;
import java.util.LinkedHashMap;
import java.util.Map;

/// The images that a composition names.
public final class Images {
    private Images() {}

    /// Each once, in the order of the boot, with the first place that names it, e.g. `services[0].image`.
    public static Map<ImageRef, String> of(Composition composition) {
        Map<ImageRef, String> images = new LinkedHashMap<>();
        composition.kernel().image().ifPresent(image -> images.put(image, "kernel.image"));
        for (int i = 0; i < composition.init().size(); i++) {
            images.putIfAbsent(composition.init().get(i), "init[" + i + "]");
        }
        for (int i = 0; i < composition.volumes().size(); i++) {
            String place = "volumes[" + i + "].image";
            composition.volumes().get(i).image().ifPresent(image -> images.putIfAbsent(image, place));
        }
        for (Section section : Section.values()) {
            for (int i = 0; i < composition.containers(section).size(); i++) {
                images.putIfAbsent(composition.containers(section).get(i).image(), section.key() + "[" + i + "].image");
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
