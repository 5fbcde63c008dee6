package dev.lamina.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lamina image clean`.
@Command(
        name = "clean",
        header = "Empty the store.",
        description =
                "Takes all names away, and removes the files. Built-in images are made again when they are needed.",
        footer = {"", "Examples:", "  lamina image clean", "  lamina image clean --dry-run"})
final class ImageCleanCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final StoreOption store = new StoreOption();

    @Option(names = "--dry-run", description = "Only say what would be removed.")
    boolean dryRun;

    ImageCleanCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ImagePruneCommand.print(session, store.operations(session).images().clean(dryRun), dryRun);
        return 0;
    }
}
