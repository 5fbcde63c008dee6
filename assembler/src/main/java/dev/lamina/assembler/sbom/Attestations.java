package dev.lamina.assembler.sbom;

import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.oci.ImageDocument;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The lists of software that builders attach to images: in-toto statements about SPDX documents.
public final class Attestations {
    /// Lists with every file of a large image take some tens of megabytes.
    private static final int MAX_BYTES = 64 << 20;

    private Attestations() {}

    /// The blobs, without reading them.
    public static List<BlobDescriptor> of(ImageStore store, StoredImage image) throws IOException {
        return store.statements(image, ImageDocument.SPDX);
    }

    /// @throws InputException one of them is no such document
    public static List<ObjectNode> read(ImageStore store, StoredImage image) throws IOException {
        List<ObjectNode> documents = new ArrayList<>();
        for (BlobDescriptor blob : of(store, image)) {
            try (InputStream in = store.openBlob(blob.digest())) {
                documents.add(document(in.readNBytes(MAX_BYTES + 1), image));
            }
        }
        return documents;
    }

    private static ObjectNode document(byte[] json, StoredImage image) {
        if (json.length > MAX_BYTES) {
            throw wrong(image, "is larger than 64 MiB", null);
        }
        try {
            JsonNode statement = JsonMapper.shared().readTree(json);
            if (statement.path("predicateType").asString("").equals(ImageDocument.SPDX)
                    && statement.path("predicate") instanceof ObjectNode document) {
                return document;
            }
            throw wrong(image, "is no SPDX document", null);
        } catch (JacksonException e) {
            throw wrong(image, "is not valid JSON (" + e.getOriginalMessage() + ")", e);
        }
    }

    private static InputException wrong(StoredImage image, String problem, @Nullable Throwable cause) {
        return new InputException(
                "the list of software that is attached to the image " + image.ref() + " " + problem,
                "get the image anew, or build with --no-sbom",
                cause);
    }
}
