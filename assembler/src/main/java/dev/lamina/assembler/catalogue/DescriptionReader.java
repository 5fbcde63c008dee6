package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.catalogue.Component.Origin;
import dev.lamina.assembler.catalogue.Component.Section;
import dev.lamina.assembler.catalogue.Contents.DataFile;
import dev.lamina.assembler.catalogue.Contents.Joined;
import dev.lamina.assembler.catalogue.Contents.Program;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.LabelReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Turns descriptions into components and layers. Anything that is not understood is an error at its line.
final class DescriptionReader {
    private static final Pattern PATH = Pattern.compile("(/[^/]+)+");
    private static final Pattern MODE = Pattern.compile("[0-7]{3,4}");

    /// Permission bits of the catalogue's own files; all of them say it.
    private static final String FILE_MODE = "0644";

    private DescriptionReader() {}

    /// @param folder e.g. `components/getty`
    static Component component(String folder, String text) {
        return component(Origin.BUILT_IN, folder, folder + "/component.yml", text);
    }

    /// @param file its name in messages
    static Component component(Origin origin, String folder, String file, String text) {
        Description root = Description.parse(file, text);
        SortedSet<Arch> arches = arches(root);
        Component component = new Component(
                name(root, folder),
                origin,
                folder,
                section(root),
                root.text("summary"),
                root.text("description").replaceAll("\\s+", " "),
                root.text("icon"),
                root.text("licence"),
                root.texts("layers"),
                contents(root),
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
        return component;
    }

    /// @param folder e.g. `layers/libc`
    static SharedLayer layer(String folder, String text) {
        Description root = Description.parse(folder + "/layer.yml", text);
        SharedLayer layer = new SharedLayer(name(root, folder), folder, root.text("summary"), contents(root));
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

    private static SortedSet<Arch> arches(Description root) {
        SortedSet<Arch> arches = new TreeSet<>();
        root.texts("arch").forEach(word -> arches.add(arch(root, "arch", word)));
        if (arches.isEmpty()) {
            throw root.wrong("arch", "no architecture is named");
        }
        return arches;
    }

    private static Arch arch(Description root, String key, String word) {
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

    private static Contents contents(Description root) {
        return new Contents(
                packages(root),
                programs(root),
                joined(root),
                root.texts("libraries"),
                root.truth("loader"),
                directories(root),
                links(root),
                files(root));
    }

    /// One list for all architectures, or a list for each.
    private static Map<Arch, List<String>> packages(Description root) {
        Map<Arch, List<String>> packages = new LinkedHashMap<>();
        root.mappingIfOne("packages")
                .ifPresentOrElse(
                        each -> each.keys().forEach(word -> packages.put(arch(each, word, word), each.texts(word))),
                        () -> List.of(Arch.values()).forEach(arch -> packages.put(arch, root.texts("packages"))));
        return packages;
    }

    private static List<Program> programs(Description root) {
        List<Program> programs = new ArrayList<>();
        for (Description each : root.mappingsOrTexts("programs", "from")) {
            String from = path(each, "from");
            programs.add(new Program(from, each.optionalText("to").orElse(from)));
            each.end();
        }
        return programs;
    }

    private static List<Joined> joined(Description root) {
        List<Joined> joined = new ArrayList<>();
        for (Description each : root.mappings("joined")) {
            joined.add(new Joined(path(each, "path"), path(each, "from")));
            each.end();
        }
        return joined;
    }

    private static List<DataFile> files(Description root) {
        List<DataFile> files = new ArrayList<>();
        for (Description each : root.mappings("files")) {
            String mode = each.optionalText("mode").orElse(FILE_MODE);
            files.add(new DataFile(path(each, "path"), source(each), mode(each, "mode", mode)));
            each.end();
        }
        return files;
    }

    /// Below the description's folder, and nowhere else.
    private static String source(Description file) {
        String source = file.text("source");
        boolean leaves = List.of(source.split("/", -1)).stream()
                .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (leaves || source.indexOf('\\') >= 0 || source.indexOf(':') >= 0) {
            throw file.wrong("source", "\"" + source + "\" is not a path below the folder of the description");
        }
        return source;
    }

    private static SortedMap<String, Integer> directories(Description root) {
        SortedMap<String, Integer> directories = new TreeMap<>();
        root.textMap("directories").forEach((path, mode) -> directories.put(path, mode(root, "directories", mode)));
        directories.keySet().forEach(path -> requirePath(root, "directories", path));
        return directories;
    }

    private static SortedMap<String, String> links(Description root) {
        SortedMap<String, String> links = new TreeMap<>(root.textMap("links"));
        links.keySet().forEach(path -> requirePath(root, "links", path));
        return links;
    }

    private static String path(Description description, String key) {
        String path = description.text(key);
        requirePath(description, key, path);
        return path;
    }

    private static void requirePath(Description description, String key, String path) {
        boolean dots = List.of(path.split("/")).stream().anyMatch(part -> part.equals(".") || part.equals(".."));
        if (!PATH.matcher(path).matches() || dots) {
            throw description.wrong(key, "\"" + path + "\" is not an absolute path");
        }
    }

    private static int mode(Description description, String key, String text) {
        if (!MODE.matcher(text).matches()) {
            throw description.wrong(key, "\"" + text + "\" is not a file mode in octal digits");
        }
        return Integer.parseInt(text, 8);
    }
}
