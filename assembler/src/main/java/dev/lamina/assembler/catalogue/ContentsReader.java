package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.catalogue.Contents.DataFile;
import dev.lamina.assembler.catalogue.Contents.Joined;
import dev.lamina.assembler.catalogue.Contents.Program;
import dev.lamina.assembler.catalogue.Contents.Slice;
import dev.lamina.model.value.Arch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads what a description says that goes into a layer.
final class ContentsReader {
    private static final Pattern MODE = Pattern.compile("[0-7]{3,4}");

    /// Permission bits of the catalogue's own files; all of them say it.
    private static final String FILE_MODE = "0644";

    private static final int SCRIPT_MODE = 0755;

    private ContentsReader() {}

    static Contents read(Description root) {
        return new Contents(
                packages(root),
                programs(root),
                slices(root),
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
                        each -> each.keys()
                                .forEach(word ->
                                        packages.put(DescriptionReader.arch(each, word, word), each.texts(word))),
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

    private static List<Slice> slices(Description root) {
        List<Slice> slices = new ArrayList<>();
        for (Description each : root.mappingsOrTexts("slices", "from")) {
            String from = path(each, "from");
            slices.add(new Slice(from, each.keys().contains("to") ? path(each, "to") : from));
            each.end();
        }
        return slices;
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
            files.add(dataFile(each, path(each, "path"), mode(each, "mode", mode)));
            each.end();
        }
        root.textMap("scripts").forEach((path, text) -> {
            requirePath(root, "scripts", path);
            files.add(new DataFile(path, Optional.empty(), text, SCRIPT_MODE));
        });
        return files;
    }

    private static DataFile dataFile(Description file, String path, int mode) {
        Optional<String> text = file.optionalText("contents");
        if (text.isPresent() && file.keys().contains("source")) {
            throw file.wrong("contents", "a file has either \"source\" or \"contents\"");
        }
        return text.isPresent()
                ? new DataFile(path, Optional.empty(), text.get(), mode)
                : new DataFile(path, source(file), mode);
    }

    /// Below the description's folder, and nowhere else.
    static String source(Description file) {
        String source = file.text("source");
        if (!isClean(source) || source.indexOf('\\') >= 0 || source.indexOf(':') >= 0) {
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
        if (!path.startsWith("/") || !isClean(path.substring(1))) {
            throw description.wrong(key, "\"" + path + "\" is not an absolute path");
        }
    }

    /// Whether a path has names alone: nothing empty, no `.` and no `..`.
    private static boolean isClean(String path) {
        return Stream.of(path.split("/", -1))
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }

    private static int mode(Description description, String key, String text) {
        if (!MODE.matcher(text).matches()) {
            throw description.wrong(key, "\"" + text + "\" is not a file mode in octal digits");
        }
        return Integer.parseInt(text, 8);
    }
}
