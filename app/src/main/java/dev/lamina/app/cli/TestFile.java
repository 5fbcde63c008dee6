package dev.lamina.app.cli;

import dev.lamina.app.profile.SideFile;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.problem.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A composition that is to be tested, with its side file.
///
/// @param named as the user did
/// @param directory relative names start here
record TestFile(String named, Path directory) {
    /// Each once, whether it or its side file is named: a pattern of the shell names both.
    static List<TestFile> of(List<String> named, Path directory) {
        return named.stream()
                .map(name -> name.endsWith(SideFile.ENDING) ? composition(name, directory) : name)
                .distinct()
                .map(name -> new TestFile(name, directory))
                .toList();
    }

    private static String composition(String side, Path directory) {
        String name = side.substring(0, side.length() - SideFile.ENDING.length());
        return Stream.of(name + ".yml", name + ".yaml")
                .filter(file -> Files.exists(directory.resolve(file)))
                .findFirst()
                .orElse(name + ".yml");
    }

    /// What is expected of it, and the machine that it usually runs on.
    record Wanted(BootTest test, UsualMachine machine) {}

    /// @throws InputException nothing is expected of it
    Wanted read() {
        Path file = SideFile.beside(List.of(named), directory)
                .orElseThrow(() -> new InputException(
                        "what " + named + " is to do is written nowhere",
                        "name a YAML file NAME.yml, with what is expected of it in NAME.lamina.yml"));
        if (!Files.exists(directory.resolve(named))) {
            throw new InputException("there is no file " + named, "check the path");
        }
        SideFile side = SideFile.of(List.of(named), file).orThrow();
        if (side.test().steps().isEmpty()) {
            throw nothingExpected(side.source().name(), Files.exists(file));
        }
        return new Wanted(side.test(), UsualMachine.of(side.profile(), file));
    }

    private InputException nothingExpected(String side, boolean exists) {
        return new InputException(
                exists
                        ? side + " expects nothing of " + named
                        : "nothing is expected of " + named + ": there is no " + side,
                "write into " + side + ": test: {expect: [{console: \"login:\"}]}");
    }
}
