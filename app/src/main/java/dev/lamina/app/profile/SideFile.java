package dev.lamina.app.profile;

import dev.lamina.app.operation.DiskRequest;
import dev.lamina.model.edit.DocumentEditor;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.expect.BootTestReader;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.SourceText;
import dev.lamina.model.yaml.StrictMapping;
import dev.lamina.vmlaunch.PrivateNetwork;
import dev.lamina.vmlaunch.PublishedPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What goes beside a composition, as LinuxKit's schema has no word for it: `NAME.lamina.yml` in the same folder. Its
/// sections are `run`, what machine it is to run on, and `test`.
///
/// @param profile of the section `run`; what cannot be understood is left out of it
/// @param test of the section `test`, likewise
/// @param problems each with its place
public record SideFile(SourceText source, RunProfile profile, BootTest test, List<Problem> problems) {
    /// What its name ends in.
    public static final String ENDING = ".lamina.yml";

    private static final long MAX_BYTES = 1 << 20;

    public SideFile {
        problems = List.copyOf(problems);
    }

    /// Where the side file of a composition is, whether it is there or not.
    public static Path beside(Path composition) {
        String name = String.valueOf(composition.getFileName()).replaceFirst("\\.ya?ml$", "");
        return composition.resolveSibling(name + ENDING);
    }

    public static SideFile read(SourceText source) {
        ProfileReader reader = new ProfileReader(source);
        RunProfile profile = reader.read();
        BootTestReader tests = new BootTestReader();
        BootTest test = hasSection("test", source) ? test(source, tests) : BootTest.NONE;
        List<Problem> problems = new ArrayList<>(reader.problems());
        tests.problems().stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
        return new SideFile(source, profile, test, problems);
    }

    private static BootTest test(SourceText source, BootTestReader tests) {
        try {
            return tests.read(StrictMapping.parse(source));
        } catch (InvalidCompositionException e) {
            tests.problems().addAll(e.problems());
            return BootTest.NONE;
        }
    }

    /// Reads the file; an empty one when there is none.
    ///
    /// @throws InputException it cannot be read
    public static SideFile read(Path file) {
        return read(file, file.toString());
    }

    /// That of a composition whose files a user named. Messages call it as the user would.
    ///
    /// @param file where it is: [#beside(List, Path)] of the same names
    public static SideFile of(List<String> inputs, Path file) {
        return read(file, beside(Path.of(inputs.getLast())).toString());
    }

    /// @param name what messages call it
    private static SideFile read(Path file, String name) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InputException(name + " is too large to be a side file", null);
            }
            return read(new SourceText(name, Files.readString(file)));
        } catch (NoSuchFileException e) {
            return empty(name);
        } catch (IOException e) {
            throw new InputException("cannot read " + name, "check its permissions, and that it is a text in UTF-8", e);
        }
    }

    public static SideFile empty(String name) {
        return new SideFile(new SourceText(name, ""), RunProfile.NONE, BootTest.NONE, List.of());
    }

    /// @throws InvalidCompositionException there are problems
    public SideFile orThrow() {
        if (!problems.isEmpty()) {
            throw new InvalidCompositionException(problems);
        }
        return this;
    }

    /// The same with another profile. Of the text only what differs is written anew; comments stay.
    ///
    /// @throws InvalidCompositionException it cannot be written in place
    public SideFile with(RunProfile other) {
        List<Edit> edits = new ArrayList<>();
        Map<String, Object> before = values(profile);
        Map<String, Object> after = values(other);
        if (before.isEmpty() && !after.isEmpty() && !hasSection("run", source)) {
            return written(List.of(new Edit.Set("run", after)));
        }
        before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .forEach(key -> edits.add(new Edit.Remove("run." + key)));
        after.forEach((key, value) -> {
            if (!value.equals(before.get(key))) {
                edits.add(new Edit.Set("run." + key, value));
            }
        });
        return edits.isEmpty() ? this : written(edits);
    }

    private SideFile written(List<Edit> edits) {
        return read(DocumentEditor.apply(List.of(source), edits).getFirst());
    }

    private static boolean hasSection(String section, SourceText source) {
        return DocumentTree.of(source.text())
                .filter(tree -> tree.root() instanceof Part.Mapping root
                        && root.pairs().stream().anyMatch(pair -> pair.name().equals(section)))
                .isPresent();
    }

    private static Map<String, Object> values(RunProfile profile) {
        Map<String, Object> values = new LinkedHashMap<>();
        profile.backend().ifPresent(backend -> values.put("backend", backend));
        profile.cpus().ifPresent(cpus -> values.put("cpus", (long) cpus));
        profile.memory().map(ByteSize::exact).ifPresent(size -> values.put("memory", size));
        put(values, "disks", profile.disks().stream().map(SideFile::disk).toList());
        put(
                values,
                "publish",
                profile.publish().stream().map(PublishedPort::shortly).toList());
        put(values, "shares", profile.shares());
        put(
                values,
                "private",
                profile.privateNetworks().stream().map(PrivateNetwork::name).toList());
        putYes(values, "usb", profile.usb());
        putYes(values, "tpm", profile.tpm());
        profile.data().ifPresent(file -> values.put("data", file));
        return values;
    }

    private static void put(Map<String, Object> values, String key, List<?> list) {
        if (!list.isEmpty()) {
            values.put(key, list);
        }
    }

    private static void putYes(Map<String, Object> values, String key, boolean yes) {
        if (yes) {
            values.put(key, true);
        }
    }

    private static Map<String, Object> disk(DiskRequest disk) {
        Map<String, Object> values = new LinkedHashMap<>();
        disk.file().ifPresent(file -> values.put("file", file));
        disk.size().map(ByteSize::exact).ifPresent(size -> values.put("size", size));
        disk.format().ifPresent(format -> values.put("format", format.toString()));
        return values;
    }

    /// Whether it says nothing, so that no file is needed.
    public boolean blank() {
        return source.text().isBlank();
    }

    /// Where the side file of one of several documents is: that of the last one, as with the names of builds.
    public static Optional<Path> beside(List<String> inputs, Path directory) {
        return inputs.isEmpty()
                        || !inputs.getLast().matches("(?s).*\\.ya?ml")
                        || inputs.getLast().contains("://")
                ? Optional.empty()
                : Optional.of(beside(directory.resolve(inputs.getLast())));
    }
}
