package dev.lamina.app.cli;

import dev.lamina.app.operation.ImageLibrary;
import dev.lamina.app.operation.MakeRoom;
import dev.lamina.assembler.oci.StorePrune.Result;
import dev.lamina.model.value.ByteSize;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lamina image prune`.
@Command(
        name = "prune",
        header = "Remove what no name needs.",
        description = {
            "Removes files of images that no name stands for any more, and files that are damaged. What a build",
            "that runs meanwhile may need stays.",
            "",
            "With --keep, what was not used for longest goes too, until the images, the packages and the parts",
            "of systems fit: all of it can be fetched or made again. Images that the last build of a document",
            "took stay for 30 days."
        },
        footer = {
            "",
            "Examples:",
            "  lamina image prune",
            "  lamina image prune --dry-run",
            "  lamina image prune --keep 2G          for a timer, so that the disk never fills up"
        })
final class ImagePruneCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final StoreOption store = new StoreOption();

    @Option(names = "--dry-run", description = "Only say what would be removed.")
    boolean dryRun;

    @Option(
            names = "--keep",
            paramLabel = "SIZE",
            converter = Values.OfSize.class,
            description = "What there may be left, e.g. 2G or 500M.")
    @Nullable
    ByteSize quota;

    ImagePruneCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (quota != null) {
            RoomText.print(session, room(quota), quota, dryRun);
            return 0;
        }
        ImageLibrary library = store.operations(session).images();
        print(session, pruned(library), dryRun);
        return 0;
    }

    private MakeRoom.Result room(ByteSize quota) {
        try (ProgressView progress = session.progress()) {
            return store.operations(session).makeRoom().until(quota, dryRun, progress.reporter());
        }
    }

    private Result pruned(ImageLibrary library) {
        try (ProgressView progress = session.progress()) {
            return library.prune(dryRun, progress.reporter());
        }
    }

    static void print(Session session, Result result, boolean dryRun) {
        session.print(() -> text(result, dryRun), () -> json(result, dryRun));
        tell(session, result);
    }

    /// What there is to know beside the result.
    static void tell(Session session, Result result) {
        result.damaged()
                .forEach(blob -> session.tell(
                        "damaged: " + blob + "; images with it have to be imported, pulled or made again"));
        if (result.inUse() > 0) {
            session.tell("kept " + Counts.text(result.inUse(), "file") + ", " + Bytes.text(result.inUseBytes())
                    + ", that no name needs, as another Lamina is at work and may");
        }
    }

    private static String text(Result result, boolean dryRun) {
        return (dryRun ? "would remove " : "removed ") + Counts.text(result.removed(), "file") + ", "
                + Bytes.text(result.bytes());
    }

    static Map<String, Object> json(Result result, boolean dryRun) {
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
