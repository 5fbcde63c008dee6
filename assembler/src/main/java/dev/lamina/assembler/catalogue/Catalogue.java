package dev.lamina.assembler.catalogue;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Nearest;
import dev.lamina.model.value.Arch;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The components that Lamina brings along, as they are described; [CatalogueImages] makes images of them.
/// A description is read when its component is asked for, since most commands need a few of them.
public final class Catalogue {
    static final String INDEX = "index";

    private static final String LAYERS = "layers/";

    private final CatalogueFiles files;

    /// Of components, by name; in the order in which they should be shown.
    private final Map<String, String> folders = new LinkedHashMap<>();

    private final Map<String, String> layerFolders = new LinkedHashMap<>();
    private final Map<String, Component> components = new ConcurrentHashMap<>();
    private final Map<String, SharedLayer> layers = new ConcurrentHashMap<>();

    private Catalogue(CatalogueFiles files) {
        this.files = files;
        for (String folder : folders(files)) {
            String name = folder.substring(folder.lastIndexOf('/') + 1);
            (folder.startsWith(LAYERS) ? layerFolders : folders).put(name, folder);
        }
    }

    /// The one inside of this program.
    public static Catalogue embedded() {
        return of(CatalogueFiles.embedded());
    }

    /// A wrong description gives a [BadDescriptionException] when it is asked for.
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
        return folders.keySet().stream().map(this::component).toList();
    }

    public Optional<Component> find(String name) {
        return folders.containsKey(name) ? Optional.of(component(name)) : Optional.empty();
    }

    private Component component(String name) {
        return components.computeIfAbsent(name, each -> {
            String folder = Objects.requireNonNull(folders.get(each));
            return DescriptionReader.component(folder, files.text(folder + "/component.yml"));
        });
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
        if (tag > 0 && folders.containsKey(name.substring(0, tag))) {
            return "built-in images have no versions to choose from; write lamina/" + name.substring(0, tag);
        }
        return Nearest.of(name, folders.keySet())
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
        String folder = layerFolders.get(name);
        if (folder == null) {
            throw new IllegalStateException("the catalogue has no layer " + name);
        }
        return layers.computeIfAbsent(name, each -> DescriptionReader.layer(folder, files.text(folder + "/layer.yml")));
    }

    List<SharedLayer> layersOf(Component component) {
        return component.layers().stream().map(this::layer).toList();
    }

    Collection<SharedLayer> layers() {
        return layerFolders.keySet().stream().map(this::layer).toList();
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
