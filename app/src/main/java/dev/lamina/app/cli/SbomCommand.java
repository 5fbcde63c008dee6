package dev.lamina.app.cli;

import dev.lamina.app.operation.BuiltSoftware;
import dev.lamina.assembler.sbom.SbomChoice;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lamina sbom`.
@Command(
        name = "sbom",
        header = "List the software of a system or of an image (SBOM).",
        description = {
            "FILE: the YAML files of a composition, or a tar that was built. Otherwise it is the name of an",
            "image. The list is that which builds put into the system: images by digest, and the packages in",
            "them."
        },
        footer = {
            "",
            "Examples:",
            "  lamina sbom examples/web.yml",
            "  lamina sbom web.tar",
            "  lamina sbom lamina/nginx"
        })
final class SbomCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final BuildOptions build = new BuildOptions();

    /// The forms that lists can have.
    enum Form {
        SPDX
    }

    @Option(names = "--format", paramLabel = "FORM", defaultValue = "spdx", description = "spdx: SPDX 2.3 as JSON.")
    Form form = Form.SPDX;

    SbomCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        session.out().print(text());
        return 0;
    }

    private String text() throws IOException {
        SbomChoice choice = build.sbom.choice().orElse(SbomChoice.USUAL);
        Optional<Path> tar = tar();
        if (tar.isPresent()) {
            return BuiltSoftware.in(tar.get(), choice.path());
        }
        try (ProgressView progress = session.progress()) {
            if (isImage()) {
                ImageRef image = ImageRef.parse(build.files.getFirst());
                return build.operations(session)
                        .assembly()
                        .software(image, build.arch.get(session), build.making.fetching(), choice, progress.reporter());
            }
            return build.operations(session)
                    .assembly()
                    .software(
                            build.request(session, List.of("tar"), Optional.empty(), Path.of(".")),
                            progress.reporter());
        }
    }

    private Optional<Path> tar() {
        return file().filter(
                        file -> build.files.getFirst().matches(".*\\.tar(\\.[a-z0-9]+)?") && Files.isRegularFile(file));
    }

    private boolean isImage() {
        String name = build.files.getFirst();
        boolean document = name.equals("-") || name.endsWith(".yml") || name.endsWith(".yaml") || name.contains("://");
        return build.files.size() == 1
                && !document
                && file().filter(Files::exists).isEmpty();
    }

    private Optional<Path> file() {
        try {
            return Optional.of(session.environment().directory().resolve(build.files.getFirst()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
