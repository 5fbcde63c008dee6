package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.git.Git;
import dev.lamina.assembler.git.GitException;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.PackageNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The names of packages in folders beside a document, as LinuxKit's own tool makes them from `build.yml` and git.
public final class FolderPackages implements PackageNames {
    private final Path base;
    private final Git git;

    /// @param base the folder of the document
    public FolderPackages(Path base, Git git) {
        this.base = base;
        this.git = git;
    }

    @Override
    public Answer nameOf(String folder) {
        try {
            Path place = base.resolve(folder).normalize();
            Path description = place.resolve(BuildYml.FILE);
            if (!Files.isRegularFile(description)) {
                return new Answer.Unknown(
                        Files.isDirectory(place)
                                ? "the folder " + place + " has no " + BuildYml.FILE
                                : "there is no folder " + place,
                        "the folder is looked for from that of the document");
            }
            BuildYml described = BuildYml.read(description);
            return new Answer.Name(
                    ImageRef.parse(described.templateReference(git, place)).name());
        } catch (InvalidPathException e) {
            return new Answer.Unknown("'" + folder + "' cannot be a folder", "write for example @pkg:../pkg/sysctl");
        } catch (BadDescriptionException e) {
            return new Answer.Unknown("its description is wrong: " + e.getMessage(), "correct the package first");
        } catch (GitException e) {
            return new Answer.Unknown(
                    String.valueOf(e.getMessage()), "commit the package, as its name comes from what git knows");
        } catch (IOException e) {
            return new Answer.Unknown(
                    "its name cannot be found out: " + e.getMessage(), "git must be installed; it says what is there");
        }
    }
}
