package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// Writes a bundle: a composition with everything that it needs, as the tar of an OCI layout. Its first manifest is no
/// image: its layers are the document and the files of this computer that the document names. See [BundleFile].
///
/// The same parts give the same bytes.
public final class BundleExport {
    static final String TYPE = "application/vnd.lamina.bundle.v1";
    static final String DOCUMENT = "application/vnd.lamina.composition.v1+yaml";
    static final String FILE = "application/vnd.lamina.file.v1";

    /// Annotation: the digest of the digests of all other blobs. Two bundles can have the same images for different
    /// platforms, and differ in nothing else.
    static final String CONTENTS = "dev.lamina.bundle.contents";

    private final ExportedLayout layout;
    private final ObjectNode manifest = OciJson.object().put("schemaVersion", 2).put("mediaType", OciJson.MANIFEST);

    public BundleExport(ImageStore store, String document) {
        this.layout = new ExportedLayout(store);
        manifest.put("artifactType", TYPE);
        BlobDescriptor empty = layout.add(ArtifactManifest.EMPTY_CONFIG);
        manifest.set("config", OciJson.descriptor(ArtifactManifest.EMPTY_TYPE, empty));
        addPart(DOCUMENT, "system.yml", layout.add(document.getBytes(StandardCharsets.UTF_8)));
    }

    private void addPart(String mediaType, String title, BlobDescriptor blob) {
        ObjectNode descriptor = OciJson.descriptor(mediaType, blob);
        descriptor.putObject("annotations").put(ArtifactManifest.TITLE, title);
        manifest.withArrayProperty("layers").add(descriptor);
    }

    /// Adds files of this computer.
    ///
    /// @param files by their names in the document
    public BundleExport files(Map<String, Path> files) throws IOException {
        for (Map.Entry<String, Path> file : new TreeMap<>(files).entrySet()) {
            ByteSource content = ByteSource.of(file.getValue());
            addPart(FILE, file.getKey(), layout.add(digest(content), content));
        }
        return this;
    }

    private static Digest digest(ByteSource content) throws IOException {
        try (InputStream in = content.open()) {
            return Hashing.digest(in);
        }
    }

    /// Adds an image under what its name stands for.
    ///
    /// @param arches none means all that are here
    public BundleExport image(ImageRef ref, Collection<Arch> arches) throws IOException {
        layout.add(ref, ref, arches);
        return this;
    }

    /// Adds an image that was made here.
    public BundleExport made(ImageRef ref, Collection<Arch> arches) throws IOException {
        layout.addAlone(ref, arches);
        return this;
    }

    public void writeTo(OutputStream out, Reporter reporter) throws IOException {
        manifest.putObject("annotations").put(CONTENTS, layout.contents().toString());
        BlobDescriptor blob = layout.add(OciJson.bytes(manifest));
        ObjectNode descriptor = OciJson.descriptor(OciJson.MANIFEST, blob).put("artifactType", TYPE);
        layout.addFirst(descriptor).writeTo(out, reporter);
    }
}
