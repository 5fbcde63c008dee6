package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.catalogue.Component.Origin;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Nearest;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The components that Lamina brings along, as they are described; [CatalogueImages] makes images of them.
/// A description is read when its component is asked for, since most commands need a few of them.
public final class Catalogue {
    static final String INDEX = "index";

    private static final String LAYERS = "layers/";

    private final CatalogueFiles files;

    /// Of components, by the name that compositions use; in the order in which they should be shown.
    private final Map<String, Place> places = new LinkedHashMap<>();

    private final Map<String, String> layerFolders = new LinkedHashMap<>();
    private final Map<String, Component> components = new ConcurrentHashMap<>();
    private final Map<String, SharedLayer> layers = new ConcurrentHashMap<>();

    /// Where a component is described.
    ///
    /// @param folder below which the [CatalogueFiles] have its files
    /// @param description the path of the description there
    /// @param file the description's name in messages
    record Place(Origin origin, String folder, String description, String file) {
        Place(Origin origin, String folder, String file) {
            this(origin, folder, folder + "/component.yml", file);
        }
    }

    private Catalogue(CatalogueFiles files) {
        this.files = files;
        for (String folder : folders(files)) {
            String name = folder.substring(folder.lastIndexOf('/') + 1);
            if (folder.startsWith(LAYERS)) {
                layerFolders.put(name, folder);
            } else {
                Origin origin = Origin.BUILT_IN;
                places.put(origin.prefix() + name, new Place(origin, folder, folder + "/component.yml"));
            }
        }
    }

    private Catalogue(Catalogue builtIn, CatalogueFiles files, Map<String, Place> more) {
        this.files = files;
        this.places.putAll(builtIn.places);
        this.places.putAll(more);
        this.layerFolders.putAll(builtIn.layerFolders);
        // What was read already; others may have a built-in name.
        this.components.putAll(builtIn.components);
        this.components.keySet().removeAll(more.keySet());
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

    /// These, and behind them those that a user described.
    public Catalogue and(OwnComponents own) {
        return new Catalogue(this, own.files(files), own.places());
    }

    /// These, and the image that is described in a folder.
    ///
    /// @param component as it should be called
    public Catalogue and(ImageFolder folder, Component component) {
        Place place = folder.place();
        Catalogue all = new Catalogue(this, folder.files(files), Map.of(component.reference(), place));
        all.components.put(component.reference(), component);
        return all;
    }

    Set<String> layerNames() {
        return Collections.unmodifiableSet(layerFolders.keySet());
    }

    /// In the order in which they should be shown.
    public Collection<Component> components() {
        return places.keySet().stream().map(this::component).toList();
    }

    /// @param name as in compositions, e.g. `lamina/getty`, or without what is before the slash
    public Optional<Component> find(String name) {
        List<String> names = name.contains("/")
                ? List.of(name)
                : Arrays.stream(Origin.values())
                        .map(origin -> origin.prefix() + name)
                        .toList();
        return names.stream().filter(places::containsKey).findFirst().map(this::component);
    }

    private Component component(String reference) {
        return components.computeIfAbsent(reference, each -> {
            Place place = Objects.requireNonNull(places.get(each));
            return DescriptionReader.component(
                    place.origin(), place.folder(), place.file(), files.text(place.description()));
        });
    }

    /// The component of a name, as [#find] takes it.
    ///
    /// @throws InputException there is none; the hint names the one that was probably meant
    public Component get(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    private InputException unknown(String name) {
        String reference = name.contains("/") ? name : Origin.BUILT_IN.prefix() + name;
        String what = reference.startsWith(Origin.BUILT_IN.prefix()) ? "built-in image " : "component ";
        return new InputException("there is no " + what + reference, hint(reference));
    }

    private String hint(String reference) {
        int tag = reference.indexOf(':') >= 0 ? reference.indexOf(':') : reference.indexOf('@');
        if (tag > 0 && places.containsKey(reference.substring(0, tag))) {
            return "built-in images have no versions to choose from; write " + reference.substring(0, tag);
        }
        int name = reference.indexOf('/') + 1;
        String prefix = reference.substring(0, name);
        List<String> names = places.keySet().stream()
                .filter(known -> known.startsWith(prefix))
                .map(known -> known.substring(name))
                .toList();
        return Nearest.of(reference.substring(name), names)
                .map(nearest -> "did you mean " + prefix + nearest + "?")
                .orElse("`lamina catalogue ls` lists them");
    }

    /// The component of a name, which must be one that is made for `arch`.
    ///
    /// @throws InputException there is none, or it cannot be made for `arch`
    public Component get(String name, Arch arch) {
        return madeFor(arch, get(name));
    }

    /// The component of which an image is made, which must be one that is made for `arch`.
    ///
    /// @throws InputException there is none, or it cannot be made for `arch`
    public Component get(ImageRef image, Arch arch) {
        return madeFor(arch, get(image));
    }

    /// The component of which an image is made.
    ///
    /// @throws InputException there is none; the hint names the one that was probably meant
    public Component get(ImageRef image) {
        return find(image).orElseThrow(() -> unknown(image.name()));
    }

    /// The component of which an image is made.
    public Optional<Component> find(ImageRef image) {
        return places.keySet().stream()
                .filter(reference -> ImageRef.parse(reference).equals(image))
                .findFirst()
                .map(this::component);
    }

    private static Component madeFor(Arch arch, Component component) {
        if (!component.arches().contains(arch)) {
            throw new InputException(
                    component.reference() + " is not available for " + arch,
                    "it is available for "
                            + component.arches().stream().map(Arch::toString).collect(Collectors.joining(" and ")));
        }
        return component;
    }

    SharedLayer layer(String name) {
        String folder = layerFolders.get(name);
        if (folder == null) {
            throw new InputException(
                    "there is no shared layer " + name,
                    Nearest.hint(name, layerFolders.keySet()).orElse(null));
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

    /// The built-in components for which a kernel brings something along that not every system needs.
    List<Component> needingKernel() {
        return components().stream()
                .filter(component -> component.origin() == Origin.BUILT_IN && component.needsOfKernel())
                .toList();
    }

    /// The path of its description among the [#files].
    String description(Component component) {
        return Objects.requireNonNull(places.get(component.reference())).description();
    }

    CatalogueFiles files() {
        return files;
    }
}
