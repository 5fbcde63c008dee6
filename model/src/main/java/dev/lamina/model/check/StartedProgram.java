package dev.lamina.model.check;

import dev.lamina.model.oci.EffectiveContainer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The file that a container starts, as a runtime looks for it: a word without a slash in the folders of `PATH`, others
/// from the working directory on.
///
/// @param word the first of the command
/// @param candidates absolute paths, in the order in which they are tried
public record StartedProgram(String word, List<String> candidates) {
    /// Where it is looked for when the environment names no folders.
    private static final String USUAL = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static final String VARIABLE = "PATH=";

    public StartedProgram {
        candidates = List.copyOf(candidates);
    }

    /// Empty when the container has no command.
    public static Optional<StartedProgram> of(EffectiveContainer container) {
        List<String> command = container.command().value();
        if (command.isEmpty() || command.getFirst().isEmpty()) {
            return Optional.empty();
        }
        String word = command.getFirst();
        if (word.contains("/")) {
            return Optional.of(
                    new StartedProgram(word, List.of(below(container.cwd().value(), word))));
        }
        return Optional.of(new StartedProgram(
                word,
                folders(container.env().value())
                        .map(folder -> below(container.cwd().value(), below(folder, word)))
                        .toList()));
    }

    /// The folders of `PATH`, the last one that is given.
    static Stream<String> folders(List<String> env) {
        String path = env.stream()
                .filter(variable -> variable.startsWith(VARIABLE))
                .reduce((first, last) -> last)
                .map(variable -> variable.substring(VARIABLE.length()))
                .filter(value -> !value.isEmpty())
                .orElse(USUAL);
        return Arrays.stream(path.split(":")).filter(folder -> !folder.isEmpty());
    }

    /// Folders in which programs are looked for.
    public static List<String> folders(EffectiveContainer container) {
        return folders(container.env().value()).toList();
    }

    private static String below(String folder, String path) {
        return path.startsWith("/") ? path : folder + (folder.endsWith("/") ? "" : "/") + path;
    }

    /// The first candidate that can be started.
    public Optional<String> in(ImageFiles files) {
        return candidates.stream()
                .filter(path ->
                        files.find(path).filter(ImageFiles.Entry::executable).isPresent())
                .findFirst();
    }
}
