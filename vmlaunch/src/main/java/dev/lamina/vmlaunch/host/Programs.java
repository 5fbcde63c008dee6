package dev.lamina.vmlaunch.host;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds a program: where a variable of the environment says, on the PATH, then where installers put it (a
/// program started from the desktop of macOS does not get the PATH of the shell).
///
/// @param environment of this process
/// @param variable names the program or its folder, and is then final: nothing is taken instead
/// @param names of the program, the best first
/// @param usual folders to look in after the PATH
public record Programs(Map<String, String> environment, String variable, List<String> names, List<String> usual) {
    public Programs {
        environment = Map.copyOf(environment);
        names = List.copyOf(names);
        usual = List.copyOf(usual);
    }

    public Optional<Path> find() {
        Optional<String> wish = value(variable);
        if (wish.isPresent()) {
            return path(wish.get()).flatMap(this::at);
        }
        return folders(environment, usual)
                .flatMap(folder -> in(folder).stream())
                .findFirst();
    }

    private Optional<Path> at(Path wish) {
        return Files.isDirectory(wish) ? in(wish) : Optional.of(wish).filter(Programs::isProgram);
    }

    private Optional<Path> in(Path folder) {
        return names.stream().map(folder::resolve).filter(Programs::isProgram).findFirst();
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /// Where to look, in this order: the folders of the PATH, then others. What is no path is passed over.
    public static Stream<Path> folders(Map<String, String> environment, List<String> others) {
        Stream<String> path = Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.concat(path, others.stream())
                .filter(name -> !name.isBlank())
                .flatMap(name -> path(name).stream());
    }

    /// Empty for a text that is no path on this system.
    public static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    public static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
