package dev.lamina.assembler.catalogue;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Nearest;
import dev.lamina.model.value.Arch;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The components that Lamina brings along, as they are described; [CatalogueImages] makes images of them.
public final class Catalogue {
    static final String INDEX = "index";

    private final CatalogueFiles files;
    private final Map<String, Component> components = new LinkedHashMap<>();
    private final Map<String, SharedLayer> layers = new LinkedHashMap<>();

    private Catalogue(CatalogueFiles files) {
        this.files = files;
        for (String folder : folders(files)) {
            if (folder.startsWith("layers/")) {
                SharedLayer layer = DescriptionReader.layer(folder, files.text(folder + "/layer.yml"));
                layers.put(layer.name(), layer);
            } else {
                Component component = DescriptionReader.component(folder, files.text(folder + "/component.yml"));
                components.put(component.name(), component);
            }
        }
    }

    /// The one inside of this program.
    public static Catalogue embedded() {
        return of(CatalogueFiles.embedded());
    }

    /// @throws BadDescriptionException a description is wrong
    static Catalogue of(CatalogueFiles files) {
        return new Catalogue(files);
    }

    static List<String> folders(CatalogueFiles files) {
        return files.text(INDEX)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /// In the order in which they should be shown.
    public Collection<Component> components() {
        return List.copyOf(components.values());
    }

    public Optional<Component> find(String name) {
        return Optional.ofNullable(components.get(name));
    }

    /// The component of a name such as `getty`.
    ///
    /// @throws InputException there is none; the hint names the one that was probably meant
    public Component get(String name) {
        return find(name)
                .orElseThrow(() -> new InputException("there is no built-in image lamina/" + name, hint(name)));
    }

    private @Nullable String hint(String name) {
        int tag = name.indexOf(':') >= 0 ? name.indexOf(':') : name.indexOf('@');
        if (tag > 0 && components.containsKey(name.substring(0, tag))) {
            return "built-in images have no versions to choose from; write lamina/" + name.substring(0, tag);
        }
        return Nearest.of(name, components.keySet())
                .map(nearest -> "did you mean lamina/" + nearest + "?")
                .orElse("`lamina catalogue ls` lists them");
    }

    /// The component of a name, which must be one that is made for `arch`.
    ///
    /// @throws InputException there is none, or it cannot be made for `arch`
    public Component get(String name, Arch arch) {
        Component component = get(name);
        if (!component.arches().contains(arch)) {
            throw new InputException(
                    component.image() + " is not available for " + arch,
                    "it is available for "
                            + component.arches().stream().map(Arch::toString).collect(Collectors.joining(" and ")));
        }
        return component;
    }

    SharedLayer layer(String name) {
        SharedLayer layer = layers.get(name);
        if (layer == null) {
            throw new IllegalStateException("the catalogue has no layer " + name);
        }
        return layer;
    }

    List<SharedLayer> layersOf(Component component) {
        return component.layers().stream().map(this::layer).toList();
    }

    Collection<SharedLayer> layers() {
        return List.copyOf(layers.values());
    }

    /// All packages that a component takes files from, without those that these depend on.
    public Set<String> packages(Component component, Arch arch) {
        Set<String> names = new LinkedHashSet<>();
        layersOf(component).forEach(layer -> names.addAll(layer.contents().packages(arch)));
        names.addAll(component.contents().packages(arch));
        return names;
    }

    /// All packages that anything is taken from, without those that these depend on.
    public Set<String> packages(Arch arch) {
        Set<String> names = new LinkedHashSet<>();
        components().stream()
                .filter(component -> component.arches().contains(arch))
                .forEach(component -> names.addAll(packages(component, arch)));
        return names;
    }

    /// The components for which a kernel brings something along that not every system needs.
    List<Component> needingKernel() {
        return components().stream().filter(Component::needsOfKernel).toList();
    }

    CatalogueFiles files() {
        return files;
    }
}
