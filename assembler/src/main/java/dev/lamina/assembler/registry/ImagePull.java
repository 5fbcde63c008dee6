package dev.lamina.assembler.registry;

import dev.lamina.assembler.oci.BadImageException;
import dev.lamina.assembler.oci.Descriptor;
import dev.lamina.assembler.oci.ImageDocument;
import dev.lamina.assembler.oci.ImageDocument.Index;
import dev.lamina.assembler.oci.ImageDocument.Manifest;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Brings the image of one architecture into a store: its index as it is, its manifest, its config and its layers, the
/// list of software that its builder attached, and nothing else. The name stands for it when all of it is there.
final class ImagePull {
    private final Registries registries;
    private final ImageStore store;
    private final ImageRef ref;
    private final RegistryName name;
    private final Arch arch;
    private final PlatformChoice platforms;
    private final Reporter reporter;
    private final LayerPull layers;

    /// A mirror that lacks the index lacks the layers, too.
    private final Set<Endpoint> useless = ConcurrentHashMap.newKeySet();

    /// @param lines how many layers may come at once, of all images together
    ImagePull(Registries registries, ImageStore store, Semaphore lines, ImageRef ref, Arch arch, Reporter reporter) {
        this.registries = registries;
        this.store = store;
        this.ref = ref;
        this.name = RegistryName.of(ref);
        this.arch = arch;
        this.platforms = new PlatformChoice(ref, arch);
        this.reporter = reporter;
        this.layers = new LayerPull(registries, store, lines, ref, useless, reporter);
    }

    StoredImage run() throws IOException, InterruptedException {
        RemoteDocument top = document(name.reference());
        ImageDocument parsed = top.parse(ref.name());
        List<RemoteDocument> way = new ArrayList<>();
        Manifest image = manifest(top, parsed, way);
        byte[] config = config(image);
        if (parsed instanceof Manifest) {
            platforms.require(ImageDocument.platformOf(config, ref.name()));
        }
        layers.fetch(image, "layer");
        fetchLists(way);
        for (RemoteDocument document : way.reversed()) { // a document that is there has all that it names
            put(document.bytes());
        }
        store.name(ref, top.descriptor(parsed));
        return store.find(ref, arch)
                .orElseThrow(() -> new BadImageException(ref.name(), "was removed from the store meanwhile"));
    }

    private RemoteDocument document(String reference) throws IOException, InterruptedException {
        return registries.first(name, useless, repository -> repository.document(reference));
    }

    private void put(byte[] document) throws IOException {
        store.putBlob(new ByteArrayInputStream(document));
    }

    /// Follows indexes down to the image.
    ///
    /// @param way gets the documents, from `document` to the manifest
    private Manifest manifest(RemoteDocument document, ImageDocument parsed, List<RemoteDocument> way)
            throws IOException, InterruptedException {
        way.add(document);
        return switch (parsed) {
            case Manifest manifest -> {
                refuseArtifact(manifest);
                yield manifest;
            }
            case Index index -> {
                if (way.size() > ImageDocument.MAX_DEPTH) {
                    throw new BadImageException(ref.name(), "nests its indexes too deeply");
                }
                RemoteDocument child = known(platforms.choose(index));
                yield manifest(child, child.parse(ref.name()), way);
            }
        };
    }

    private RemoteDocument known(Descriptor child) throws IOException, InterruptedException {
        if (store.hasBlob(child.digest())) {
            return new RemoteDocument(store.documentBytes(child.digest()), child.digest());
        }
        return document(child.digest().toString());
    }

    private void refuseArtifact(Manifest manifest) {
        String type = manifest.artifactType().isEmpty() ? manifest.config().mediaType() : manifest.artifactType();
        boolean image = manifest.artifactType().isEmpty()
                && (type.isEmpty() || type.contains("image.config") || type.contains("container.image"));
        if (!image) {
            throw new InputException(
                    ref + " is no image but something else that registries keep: " + Texts.shorten(type),
                    "such things are for other clients, for example 'oras pull'");
        }
    }

    private byte[] config(Manifest image) throws IOException, InterruptedException {
        Descriptor config = image.config();
        if (store.hasBlob(config.digest())) {
            return store.documentBytes(config.digest());
        }
        byte[] bytes = registries.first(name, useless, repository -> repository.blob(config, ImageDocument.MAX_BYTES));
        put(bytes);
        return bytes;
    }

    /// @param way from the first index to the image's manifest
    private void fetchLists(List<RemoteDocument> way) throws IOException, InterruptedException {
        Digest image = way.getLast().digest();
        for (RemoteDocument index : way.subList(0, way.size() - 1)) {
            for (Digest list : ImageDocument.attestations(index.bytes(), image, ref.name())) {
                fetchList(list);
            }
        }
    }

    private void fetchList(Digest list) throws IOException, InterruptedException {
        if (store.hasBlob(list)) {
            return;
        }
        try {
            RemoteDocument document = document(list.toString());
            if (document.parse(ref.name()) instanceof Manifest manifest
                    && ImageDocument.states(document.bytes(), ImageDocument.SPDX, ref.name())) {
                config(manifest);
                layers.fetch(manifest, "list of software");
                put(document.bytes());
            }
        } catch (InputException e) {
            reporter.note(ref + ": the list of its software that the index names is not there");
        }
    }
}
