package dev.lamina.assembler.part;

import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.sbom.ImageUse;
import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.Section;
import dev.lamina.model.Volume;
import dev.lamina.model.value.ImageRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which images a system is made of, and where their files are in it.
final class ImageUses {
    private final Map<ImageRef, StoredImage> images;
    private final Map<ImageRef, List<String>> locations = new LinkedHashMap<>();
    private final Map<ImageRef, List<String>> prefixes = new LinkedHashMap<>();

    private ImageUses(Map<ImageRef, StoredImage> images) {
        this.images = images;
    }

    /// Each image once, in the order of the boot.
    ///
    /// @param folders the uppermost directory with the files of each image of a container
    static List<ImageUse> of(
            Composition composition, Map<ImageRef, StoredImage> images, Map<ImageRef, String> folders) {
        ImageUses uses = new ImageUses(images);
        composition.kernel().image().ifPresent(image -> uses.add(image, "kernel", Optional.of("")));
        for (int i = 0; i < composition.init().size(); i++) {
            uses.add(composition.init().get(i), "init[" + i + "]", Optional.of(""));
        }
        for (int i = 0; i < composition.volumes().size(); i++) {
            Volume volume = composition.volumes().get(i);
            String location = "volumes[" + i + "]";
            String folder = VolumesSection.lower(volume);
            volume.image().ifPresent(image -> uses.add(image, location, Optional.of(folder)));
        }
        for (Section section : Section.values()) {
            List<Container> containers = composition.containers(section);
            for (int i = 0; i < containers.size(); i++) {
                ImageRef image = containers.get(i).image();
                uses.add(image, section.key() + "[" + i + "]", Optional.ofNullable(folders.get(image)));
            }
        }
        return uses.list();
    }

    private void add(ImageRef image, String location, Optional<String> prefix) {
        locations.computeIfAbsent(image, key -> new ArrayList<>()).add(location);
        List<String> places = prefixes.computeIfAbsent(image, key -> new ArrayList<>());
        prefix.filter(place -> !places.contains(place)).ifPresent(places::add);
    }

    private List<ImageUse> list() {
        List<ImageUse> uses = new ArrayList<>();
        locations.forEach((image, where) ->
                uses.add(new ImageUse(Images.require(images, image), where, prefixes.getOrDefault(image, List.of()))));
        return uses;
    }
}
