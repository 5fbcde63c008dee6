package dev.lamina.app.operation;

import dev.lamina.assembler.catalogue.BuildYml;
import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.catalogue.ImageFolder;
import dev.lamina.assembler.catalogue.PackageDescription;
import dev.lamina.assembler.git.Git;
import dev.lamina.assembler.git.GitException;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the description of a package, and finds out what its image is called.
public final class FindPackage {
    private static final Pattern GIT_HASH = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");

    private final Catalogue builtIn;
    private final PackageSources sources;
    private final Git git;

    public FindPackage(Catalogue builtIn, PackageSources sources, Git git) {
        this.builtIn = builtIn;
        this.sources = sources;
        this.git = git;
    }

    /// @param description its name in the folder; otherwise `lamina-pkg.yml` or, when there is none, `build.yml`
    public FoundPackage find(Path folder, Optional<String> description, PackageNaming naming) {
        String file = description.orElseGet(() -> usual(folder));
        try {
            return file.equals(ImageFolder.DESCRIPTION) || !BuildYml.isOne(folder.resolve(file))
                    ? described(ImageFolder.in(folder, file), naming)
                    : withDockerfile(folder, BuildYml.read(folder.resolve(file)), naming);
        } catch (GitException e) {
            throw new InputException(
                    "the package in " + folder + " has no name yet: " + e.getMessage(),
                    "its tag is git's hash of it: commit it, or give --hash",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String usual(Path folder) {
        boolean own = Files.exists(folder.resolve(ImageFolder.DESCRIPTION));
        return !own && Files.exists(folder.resolve(BuildYml.FILE)) ? BuildYml.FILE : ImageFolder.DESCRIPTION;
    }

    private FoundPackage described(ImageFolder folder, PackageNaming naming) throws IOException {
        PackageDescription description = folder.read(builtIn);
        String hash = naming.hash().isPresent()
                ? naming.hash().get()
                : folder.hash(description, builtIn, sources.open(folder, false, false));
        return new FoundPackage.Described(folder, description, naming.reference(description.name(), hash));
    }

    private FoundPackage withDockerfile(Path folder, BuildYml description, PackageNaming naming) throws IOException {
        String hash = naming.hash().isPresent() ? naming.hash().get() : hash(folder, description);
        String reference = description.reference(
                naming.org().orElse(description.org()), naming.tag().orElse(description.tag()), hash);
        return new FoundPackage.WithDockerfile(folder, description, hash, revision(folder, hash), reference);
    }

    private Optional<String> revision(Path folder, String hash) throws IOException {
        if (!GIT_HASH.matcher(hash).matches()) {
            return Optional.empty(); // not of git, or changed since
        }
        Git.Result commit = git.run(folder, List.of("rev-parse", "HEAD"));
        return Optional.of(commit.output().strip())
                .filter(text -> commit.exitCode() == 0 && GIT_HASH.matcher(text).matches());
    }

    private String hash(Path folder, BuildYml description) throws IOException {
        try {
            return description.hash(git, folder);
        } catch (GitException e) {
            throw e;
        } catch (IOException e) {
            throw new EnvironmentException(
                    "the tag of the package in " + folder + " is git's hash of it, and git cannot be run: "
                            + e.getMessage(),
                    "install git, or give --hash",
                    e);
        }
    }
}
