package dev.lamina.assembler.registry;

import dev.lamina.assembler.http.CancellableTasks;
import dev.lamina.assembler.http.PartialFile;
import dev.lamina.assembler.http.PartialPlace;
import dev.lamina.assembler.oci.Descriptor;
import dev.lamina.assembler.oci.ImageDocument.Manifest;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/// Brings the layers of images into a store, several at once. One that is there, or that somebody else is
/// bringing, is not fetched again; what has come of one before goes on from there.
final class LayerPull {
    private static final int AT_ONCE = 4;

    private final Registries registries;
    private final ImageStore store;
    private final Semaphore lines;
    private final ImageRef ref;
    private final RegistryName name;
    private final Set<Endpoint> useless;
    private final Reporter reporter;

    /// @param lines how many layers may come at once, of all images together
    /// @param useless mirrors that lack the image
    LayerPull(
            Registries registries,
            ImageStore store,
            Semaphore lines,
            ImageRef ref,
            Set<Endpoint> useless,
            Reporter reporter) {
        this.registries = registries;
        this.store = store;
        this.lines = lines;
        this.ref = ref;
        this.name = RegistryName.of(ref);
        this.useless = useless;
        this.reporter = reporter;
    }

    /// @param what it fetches, in the labels of the steps
    void fetch(Manifest image, String what) throws IOException {
        Map<Digest, Callable<Digest>> tasks = new LinkedHashMap<>();
        for (int i = 0; i < image.layers().size(); i++) {
            Descriptor layer = image.layers().get(i);
            String label = name.label(what, i, image.layers().size());
            tasks.putIfAbsent(layer.digest(), () -> fetch(layer, label));
        }
        new CancellableTasks(AT_ONCE).run(new ArrayList<>(tasks.values()), reporter);
    }

    private Digest fetch(Descriptor layer, String label) throws IOException, InterruptedException {
        if (store.hasBlob(layer.digest())) {
            return layer.digest();
        }
        try (PartialPlace place = PartialPlace.hold(store.partialBlob(layer.digest()))) {
            if (!store.hasBlob(layer.digest())) { // somebody else may have brought it meanwhile
                lines.acquire();
                try {
                    download(layer, label, place);
                } finally {
                    lines.release();
                }
            }
            place.removeQuietly();
        }
        return layer.digest();
    }

    private void download(Descriptor layer, String label, PartialPlace place) throws IOException, InterruptedException {
        try (PartialFile partial = PartialFile.open(place.data());
                Reporter.Step step = reporter.begin(label, layer.size())) {
            BlobDownload download = new BlobDownload(layer, partial, step);
            registries.first(name, useless, repository -> {
                download.from(repository);
                return layer;
            });
            partial.publish(store.blobFile(layer.digest()));
        } catch (InputException e) {
            throw layer.urls().isEmpty() ? e : foreign(layer, e);
        }
    }

    private InputException foreign(Descriptor layer, InputException cause) {
        return new InputException(
                "the image " + ref + " has a layer that is outside of the registry, at "
                        + Texts.shorten(layer.urls().getFirst()) + "; such layers are not fetched",
                "choose an image with all its layers, or import it as an archive",
                cause);
    }
}
