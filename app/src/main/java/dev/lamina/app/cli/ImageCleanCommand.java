package dev.lamina.app.cli;

import dev.lamina.app.operation.Operations;
import dev.lamina.assembler.oci.StorePrune;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lamina image clean`.
@Command(
        name = "clean",
        header = "Empty the store.",
        description =
                "Takes all names away, and removes the files. Built-in images are made again when they are needed.",
        footer = {"", "Examples:", "  lamina image clean", "  lamina image clean --dry-run"})
final class ImageCleanCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    final StoreOption store = new StoreOption();

    @Option(names = "--dry-run", description = "Only say what would be removed.")
    boolean dryRun;

    @Option(
            names = "--published-only",
            description = "Only images that their registries have, and the same under that name; asks them.")
    boolean publishedOnly;

    @Mixin
    final RegistryOptions registries = new RegistryOptions();

    ImageCleanCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (publishedOnly && dryRun) {
            throw WrongUsage.of(spec, "--dry-run does not go with --published-only");
        }
        Operations operations = registries.of(store.operations(session), session);
        ImagePruneCommand.print(session, cleaned(operations), dryRun);
        return 0;
    }

    private StorePrune.Result cleaned(Operations operations) {
        try (ProgressView progress = session.progress()) {
            return publishedOnly
                    ? operations.images().cleanPublished(operations.remoteNames(), progress.reporter())
                    : operations.images().clean(dryRun);
        }
    }
}
