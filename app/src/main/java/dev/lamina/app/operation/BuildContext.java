package dev.lamina.app.operation;

import dev.lamina.app.operation.FoundPackage.WithDockerfile;
import dev.lamina.assembler.catalogue.BuildYml;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// What a Dockerfile may copy from: the folder of its package, and the folders beside it that the package takes
/// in, each at its place.
record BuildContext(WithDockerfile wanted) {

    /// @throws InputException what the description names is not there
    static BuildContext of(WithDockerfile wanted, DockerBuild.Options options) {
        Path file = wanted.folder()
                .resolve(DockerCommand.dockerfile(wanted, options))
                .normalize();
        if (!file.startsWith(wanted.folder().normalize())) {
            throw new InputException(file + " is not below " + wanted.folder(), "a package has its Dockerfile in it");
        }
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    "there is no " + file, "name it as dockerfile in " + BuildYml.FILE + ", or with --dockerfile");
        }
        if (wanted.description().needsImages()) {
            throw new InputException(
                    "the package in " + wanted.folder() + " wants images of Docker beside its sources (depends), which"
                            + " Lamina does not save there",
                    "take them in by FROM and COPY --from in the Dockerfile");
        }
        for (Path source : wanted.description().sources(wanted.folder())) {
            if (!Files.isDirectory(source)) {
                throw new InputException(
                        "there is no folder " + source,
                        "the package in " + wanted.folder() + " names it in extra-sources");
            }
        }
        return new BuildContext(wanted);
    }

    /// The folder of the package itself; when it takes in others, a copy of all of them.
    Path in(Path scratch) throws IOException {
        List<String> extra = wanted.description().extraSources();
        if (extra.isEmpty()) {
            return wanted.folder();
        }
        Path context = scratch.resolve("context");
        copy(wanted.folder(), context, context);
        List<Path> sources = wanted.description().sources(wanted.folder());
        for (int i = 0; i < extra.size(); i++) {
            String place = extra.get(i).substring(extra.get(i).indexOf(':') + 1).replaceFirst("^/+", "");
            Path target = context.resolve(place).normalize();
            if (!target.startsWith(context)) {
                throw new InputException(
                        "'" + extra.get(i) + "' leads out of the package",
                        "write FOLDER:PLACE, PLACE within the package");
            }
            copy(sources.get(i), target, context);
        }
        return context;
    }

    private static void copy(Path from, Path to, Path context) throws IOException {
        refuseLinks(to, context);
        Files.createDirectories(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(
                            file,
                            target,
                            LinkOption.NOFOLLOW_LINKS,
                            StandardCopyOption.COPY_ATTRIBUTES,
                            StandardCopyOption.REPLACE_EXISTING);
                } else {
                    refuseLinks(target, context);
                    Files.createDirectories(target);
                }
            }
        }
    }

    /// A link in one of the folders must not lead what is copied over it to a place outside of the copy.
    private static void refuseLinks(Path folder, Path context) {
        Path at = context;
        for (Path part : context.relativize(folder)) {
            at = at.resolve(part);
            if (Files.isSymbolicLink(at)) {
                throw new InputException(
                        context.relativize(at) + " of the package is a link, so that nothing can be put into it",
                        "name another place in extra-sources");
            }
        }
    }
}
