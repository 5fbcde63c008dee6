package dev.lamina.app.cli;

import dev.lamina.app.operation.ImageLibrary;
import dev.lamina.assembler.oci.StorePrune.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lamina image prune`.
@Command(
        name = "prune",
        header = "Remove what no name needs.",
        description = {
            "Removes files of images that no name stands for any more, and files that are damaged.",
            "What a build that runs meanwhile may need stays."
        },
        footer = {"", "Examples:", "  lamina image prune", "  lamina image prune --dry-run"})
final class ImagePruneCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final StoreOption store = new StoreOption();

    @Option(names = "--dry-run", description = "Only say what would be removed.")
    boolean dryRun;

    ImagePruneCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ImageLibrary library = store.operations(session).images();
        print(session, pruned(library), dryRun);
        return 0;
    }

    private Result pruned(ImageLibrary library) {
        try (ProgressView progress = session.progress()) {
            return library.prune(dryRun, progress.reporter());
        }
    }

    static void print(Session session, Result result, boolean dryRun) {
        session.print(() -> text(result, dryRun), () -> json(result, dryRun));
        result.damaged()
                .forEach(blob -> session.tell(
                        "damaged: " + blob + "; images with it have to be imported, pulled or made again"));
        if (result.inUse() > 0) {
            session.tell("kept " + files(result.inUse()) + ", " + Bytes.text(result.inUseBytes())
                    + ", that no name needs, as another Lamina is at work and may");
        }
    }

    private static String text(Result result, boolean dryRun) {
        return (dryRun ? "would remove " : "removed ") + files(result.removed()) + ", " + Bytes.text(result.bytes());
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }

    private static Map<String, Object> json(Result result, boolean dryRun) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("dryRun", dryRun);
        object.put("files", result.removed());
        object.put("bytes", result.bytes());
        object.put("damaged", result.damaged());
        object.put("inUseFiles", result.inUse());
        object.put("inUseBytes", result.inUseBytes());
        return object;
    }
}
