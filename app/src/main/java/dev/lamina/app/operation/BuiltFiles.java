package dev.lamina.app.operation;

import dev.lamina.model.problem.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a user means by a name: that file, or the files of an earlier build whose names begin so.
///
/// @param name as the user gives it, in its folder
record BuiltFiles(Path name) {
    private static final List<String> ENDINGS =
            List.of(EarlierBuild.KERNEL, EarlierBuild.INITRD, EarlierBuild.COMMAND_LINE, ".tar");

    /// @throws InputException there is nothing of that name
    List<Path> files() {
        if (Files.isRegularFile(name)) {
            return List.of(name);
        }
        List<Path> files = Stream.of(name.getFileName())
                .flatMap(last -> ENDINGS.stream().map(ending -> name.resolveSibling(last + ending)))
                .filter(Files::isRegularFile)
                .toList();
        if (files.isEmpty()) {
            throw new InputException(
                    "there is neither a file " + name + " nor an earlier build of that name",
                    "name a file, or the PREFIX of files PREFIX-kernel, PREFIX-initrd.img and PREFIX-cmdline");
        }
        return files;
    }
}
