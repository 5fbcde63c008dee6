package dev.lamina.model.check.image;

import dev.lamina.model.Composition;
import dev.lamina.model.Section;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.value.ImageRef;
import java.util.ArrayList;
import java.util.List;

/// An image that comes from a registry, with its place in the document.
///
/// @param path of the reference, e.g. `services[0].image`
record Origins(String path, ImageRef ref) {

    /// All of a system. Built-in images and those of a user's own folder are made here.
    static List<Origins> of(SystemView system) {
        Composition composition = system.composition();
        List<Origins> all = new ArrayList<>();
        composition.kernel().image().ifPresent(ref -> all.add(new Origins("kernel.image", ref)));
        for (int i = 0; i < composition.init().size(); i++) {
            all.add(new Origins("init[" + i + "]", composition.init().get(i)));
        }
        for (Section section : Section.values()) {
            for (int i = 0; i < composition.containers(section).size(); i++) {
                all.add(new Origins(
                        section.key() + "[" + i + "].image",
                        composition.containers(section).get(i).image()));
            }
        }
        for (int i = 0; i < composition.volumes().size(); i++) {
            String path = "volumes[" + i + "].image";
            composition.volumes().get(i).image().ifPresent(ref -> all.add(new Origins(path, ref)));
        }
        return all.stream().filter(one -> !madeHere(one.ref())).toList();
    }

    private static boolean madeHere(ImageRef ref) {
        return ref.builtIn() || ref.name().startsWith("local/") || ref.name().startsWith("docker.io/local/");
    }

    /// Without what LinuxKit puts in front of short names.
    String written() {
        String name = ref.name();
        for (String prefix : List.of("docker.io/library/", "docker.io/")) {
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }

    String registry() {
        return ref.name().substring(0, Math.max(0, ref.name().indexOf('/')));
    }
}
