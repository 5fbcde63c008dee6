package dev.lamina.app.operation;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.model.problem.EnvironmentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/// How the folders of a [Home] are laid out, as a number in a file `version` in each. A Lamina reads the formats before
/// its own, and refuses later ones: what a newer Lamina wrote could mean something else.
///
/// Folders without the file are of format 1, which came before it.
public final class HomeFormat {
    /// To be raised when an older Lamina would misread what this one writes; then [#check] migrates, and says what.
    static final int CURRENT = 1;

    static final String FILE = "version";

    /// Of the file: a number takes a few.
    private static final long LARGEST = 64;

    private final Set<Path> folders = new LinkedHashSet<>();

    public HomeFormat(Home home) {
        folders.add(home.cache());
        folders.add(home.data());
    }

    /// Call it before anything is read.
    ///
    /// @throws EnvironmentException a newer Lamina wrote one of the folders
    public void check() {
        for (Path folder : folders) {
            int format = format(folder.resolve(FILE));
            if (format > CURRENT) {
                throw new EnvironmentException(
                        folder + " was written by a newer Lamina (format " + format + ", this one knows " + CURRENT
                                + ")",
                        "use the newer Lamina, or set LAMINA_HOME to another folder; docs/state.md says what is in it");
            }
        }
    }

    /// Call it after the work, which may have made the folders. A home that nobody may write to stays as it is.
    public void note() {
        for (Path folder : folders) {
            Path file = folder.resolve(FILE);
            try {
                if (Files.isDirectory(folder) && !Files.exists(file)) {
                    AtomicFile.writeUnforced(file, (CURRENT + "\n").getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException | RuntimeException e) {
                // without the file it counts as the first format, which it is
            }
        }
    }

    private static int format(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw damaged(file);
            }
            return Integer.parseInt(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return 1;
        } catch (IOException | NumberFormatException e) {
            throw damaged(file);
        }
    }

    private static EnvironmentException damaged(Path file) {
        return new EnvironmentException(
                file + " is not a number of a format", "if no newer Lamina wrote there, delete that file");
    }
}
