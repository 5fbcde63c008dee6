package dev.lamina.app.cli;

import dev.lamina.app.operation.BuiltSystem;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.assembler.size.Sizes;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lamina size`.
@Command(
        name = "size",
        header = "Show what the bytes of an image are for.",
        description = {
            "FILE: the YAML files of a composition, as they would be built; or what was built: the first part",
            "of the names that 'lamina build' wrote, or one initrd or tar. Places tell the components of an",
            "initrd. What is compressed together is shared out by the sizes of the files."
        },
        footer = {
            "",
            "Examples:",
            "  lamina size examples/minimal.yml",
            "  lamina size --files 20 --duplicates web.yml",
            "  lamina size out/web",
            "  lamina diff out/web web.yml                what changed since then"
        })
final class SizeCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    final BuildOptions build = new BuildOptions();

    @Option(names = "--files", paramLabel = "N", description = "List the N files that take most of the image, too.")
    int files;

    @Option(names = "--duplicates", description = "List files of 1 KiB and more that are there several times, too.")
    boolean duplicates;

    SizeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (files < 0) {
            throw WrongUsage.of(spec, "--files takes a number of files, and " + files + " is none");
        }
        Sizes sizes = new Sizes(listing());
        if (session.options().json) {
            SizeJson.lines(sizes, files, duplicates)
                    .forEach(line -> session.out().println(Json.line(line)));
        } else {
            session.out().print(SizeText.of(sizes, files, duplicates));
        }
        return 0;
    }

    private SystemListing listing() throws IOException {
        Optional<BuiltSystem> built = built();
        try (ProgressView progress = session.progress()) {
            return built.isPresent()
                    ? built.get().list(progress.reporter())
                    : build.operations(session)
                            .assembly()
                            .list(
                                    build.request(session, List.of("kernel+initrd"), Optional.empty(), Path.of(".")),
                                    progress.reporter());
        }
    }

    private Optional<BuiltSystem> built() throws IOException {
        if (build.files.size() > 1) {
            return Optional.empty();
        }
        try {
            return BuiltSystem.find(session.environment().directory().resolve(build.files.getFirst()));
        } catch (InvalidPathException e) {
            return Optional.empty(); // an address of the web, or something that the reader of documents refuses
        }
    }
}
