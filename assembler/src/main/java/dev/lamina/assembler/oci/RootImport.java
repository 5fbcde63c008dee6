package dev.lamina.assembler.oci;

import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Makes an image of one layer from a root file system. The same files give the same image.
final class RootImport {
    /// What a build compresses with by default.
    private static final int LEVEL = 4;

    private final ImageStore store;
    private final String source;
    private final ImportOptions options;

    RootImport(ImageStore store, String source, ImportOptions options) {
        this.store = store;
        this.source = source;
        this.options = options;
    }

    List<ImageRef> tar(ImageImport.Tar tar) throws IOException {
        return take(tar::streamTo);
    }

    List<ImageRef> folder(Path folder, Reporter reporter) throws IOException {
        return take(new RootFolder(folder, reporter)::streamTo);
    }

    private interface Files {
        void streamTo(EntrySink sink) throws IOException;
    }

    private List<ImageRef> take(Files files) throws IOException {
        ImageRef name = ImageImport.importable(
                options.name()
                        .orElseThrow(() -> new InputException(
                                source + " holds no image, only files",
                                "to make an image of them, name it: --name example.org/NAME:1")),
                null);
        Layer layer;
        try (LayerWriter writer = store.newLayer(LEVEL)) {
            files.streamTo((entry, content) -> {
                refuseWhiteout(entry.path());
                writer.accept(entry, content);
            });
            layer = writer.finish();
        }
        store.publish(name, options.arch(), new ImageManifest(options.config(), List.of(layer)));
        return List.of(name);
    }

    /// In a layer such a name takes a file away, and cannot be a file.
    private void refuseWhiteout(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.startsWith(".wh.")) {
            throw new InputException(
                    source + " has a file " + path + ", which an image cannot have",
                    "it is the mark of a layer for a file that is gone; remove it, or import the whole image");
        }
    }
}
