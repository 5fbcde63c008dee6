package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.catalogue.Component.Origin;
import dev.lamina.assembler.catalogue.Component.Section;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.LabelReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/// Turns descriptions into components and layers. Anything that is not understood is an error at its line.
final class DescriptionReader {
    /// Those that the built-in components are made for, whose shared layers most want.
    private static final Set<Arch> BOTH = Set.of(Arch.AMD64, Arch.ARM64);

    private DescriptionReader() {}

    /// What a description may name beside what it says itself.
    ///
    /// @param file whether there is such a file below the description's folder
    /// @param layers names of shared layers
    record Surroundings(Predicate<String> file, Set<String> layers) {}

    /// @param folder e.g. `components/getty`
    /// @param file its name in messages
    static Component component(Origin origin, String folder, String file, String text) {
        Description root = Description.parse(file, text);
        return component(root, file, name(root, folder), origin, folder, arches(root, "arch"), root::text);
    }

    /// A description that stands alone. It names an image instead of a component, and much that helps to choose
    /// between components may be left out.
    ///
    /// @param folder the place of its files in the catalogue
    /// @param file its name in messages
    static PackageDescription described(String folder, String file, String text, Surroundings around) {
        Description root = Description.parse(file, text);
        PackageName name = PackageName.read(root);
        SortedSet<Arch> arches = root.keys().contains("arches") ? arches(root, "arches") : new TreeSet<>(BOTH);
        refuseMissing(root, around);
        return new PackageDescription(
                name,
                component(
                        root,
                        file,
                        name.image(),
                        Origin.PACKAGE,
                        folder,
                        arches,
                        key -> root.optionalText(key).orElse("").strip()));
    }

    private static void refuseMissing(Description root, Surroundings around) {
        String layers = String.join(", ", around.layers());
        root.requireEach(
                "layers",
                around.layers()::contains,
                word -> "there is no shared layer " + word,
                Optional.of("there are " + layers));
        for (Description each : root.mappings("files")) {
            if (each.keys().contains("source") && !around.file().test(ContentsReader.source(each))) {
                String problem =
                        "there is no file \"" + ContentsReader.source(each) + "\" in the folder of the description";
                throw each.wrong("source", problem, Optional.of("put it there, or correct the path"));
            }
        }
    }

    private static Component component(
            Description root,
            String file,
            String name,
            Origin origin,
            String folder,
            SortedSet<Arch> arches,
            UnaryOperator<String> text) {
        Component component = new Component(
                name,
                origin,
                folder,
                origin == Origin.PACKAGE && !root.keys().contains("section") ? Section.SERVICE : section(root),
                text.apply("summary"),
                text.apply("description").replaceAll("\\s+", " "),
                text.apply("icon"),
                text.apply("licence"),
                root.texts("layers"),
                ContentsReader.read(root),
                root.texts("entrypoint"),
                root.texts("command"),
                root.texts("env"),
                config(root, file),
                root.textMap("reasons"),
                root.texts("ports"),
                root.texts("data"),
                root.texts("modules"),
                root.truth("kernel-config"),
                byArch(root, root.textMap("cmdline")),
                arches);
        root.end();
        refuseModules(root, component);
        return component;
    }

    /// The kernels of the catalogue bring modules along for its own components alone.
    private static void refuseModules(Description root, Component component) {
        if (component.origin() != Origin.BUILT_IN && component.needsOfKernel()) {
            String key = component.modules().isEmpty() ? "kernel-config" : "modules";
            String problem = "a kernel knows beforehand which modules it brings along, so only a kernel can name them";
            throw root.wrong(
                    key,
                    problem,
                    Optional.of("describe a kernel with them, section: kernel, and use it in the system"));
        }
    }

    /// @param folder e.g. `layers/libc`
    static SharedLayer layer(String folder, String text) {
        Description root = Description.parse(folder + "/layer.yml", text);
        SharedLayer layer =
                new SharedLayer(name(root, folder), folder, root.text("summary"), ContentsReader.read(root));
        root.end();
        return layer;
    }

    private static String name(Description root, String folder) {
        String name = root.text("name");
        if (!folder.endsWith("/" + name)) {
            throw root.wrong("name", "the name differs from the folder " + folder);
        }
        return name;
    }

    private static Section section(Description root) {
        String word = root.text("section");
        return Section.parse(word).orElseThrow(() -> root.wrong("section", "there is no section " + word));
    }

    private static SortedSet<Arch> arches(Description root, String key) {
        SortedSet<Arch> arches = new TreeSet<>();
        root.texts(key).forEach(word -> arches.add(arch(root, key, word)));
        if (arches.isEmpty()) {
            throw root.wrong(key, "no architecture is named");
        }
        return arches;
    }

    static Arch arch(Description root, String key, String word) {
        return Arch.parse(word).orElseThrow(() -> root.wrong(key, "there is no architecture " + word));
    }

    private static Map<Arch, String> byArch(Description root, Map<String, String> texts) {
        Map<Arch, String> result = new LinkedHashMap<>();
        texts.forEach((word, text) -> result.put(arch(root, "cmdline", word), text));
        return result;
    }

    /// The label is checked here, so that it fails in a test and not when somebody builds.
    static String config(Description root, String file) {
        String json = root.tree("config")
                .map(tree -> JsonMapper.shared().writeValueAsString(tree))
                .orElse("");
        LabelReader.read(json, file).orThrow();
        return json;
    }
}
