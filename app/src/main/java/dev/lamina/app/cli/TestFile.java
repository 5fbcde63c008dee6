package dev.lamina.app.cli;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.profile.SideFile;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.problem.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A composition that is to be tested, with its side file.
///
/// @param named as the user did
/// @param directory relative names start here
record TestFile(String named, Path directory) {
    private static final String SIDE = ".lamina.yml";

    /// Each once, whether it or its side file is named: a pattern of the shell names both.
    static List<TestFile> of(List<String> named, Path directory) {
        return named.stream()
                .map(name -> name.endsWith(SIDE) ? composition(name, directory) : name)
                .distinct()
                .map(name -> new TestFile(name, directory))
                .toList();
    }

    private static String composition(String side, Path directory) {
        String name = side.substring(0, side.length() - SIDE.length());
        return Stream.of(name + ".yml", name + ".yaml")
                .filter(file -> Files.exists(directory.resolve(file)))
                .findFirst()
                .orElse(name + ".yml");
    }

    private Path beside() {
        return SideFile.beside(List.of(named), directory)
                .orElseThrow(() -> new InputException(
                        "what " + named + " is to do is written nowhere",
                        "name a YAML file NAME.yml, with what is expected of it in NAME.lamina.yml"));
    }

    /// Messages call the side file as the user would.
    private String shown() {
        return SideFile.beside(Path.of(named)).toString();
    }

    private SideFile side() {
        Path file = beside();
        if (!Files.exists(directory.resolve(named))) {
            throw new InputException("there is no file " + named, "check the path");
        }
        return SideFile.read(file, shown()).orThrow();
    }

    /// @throws InputException there is none
    BootTest test() {
        SideFile side = side();
        if (side.test().steps().isEmpty()) {
            throw new InputException(
                    Files.exists(beside())
                            ? shown() + " expects nothing of " + named
                            : "nothing is expected of " + named + ": there is no " + shown(),
                    "write into " + shown() + ": test: {expect: [{console: \"login:\"}]}");
        }
        return side.test();
    }

    /// What machine it usually runs on.
    MachineOptions options() {
        return side().profile().options(beside().resolveSibling(""));
    }

    Optional<String> backend() {
        return side().profile().backend();
    }
}
