package dev.lamina.assembler.oci;

import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The files of a docker archive by their paths: documents in memory, layers in the store. Layers that are there twice
/// are symbolic links, as `podman save` and old docker write them.
final class DockerFiles implements EntrySink {
    /// What a chain of links may have.
    private static final int MAX_LINKS = 10;

    /// Each of some hundred images has a config of some kilobytes.
    private static final long MAX_DOCUMENTS = 64L << 20;

    private static final Pattern LAYER = Pattern.compile(".*\\.(tar|tar\\.gz|tgz|tar\\.zst)");

    private final ImageStore store;
    private final String archive;
    private final Map<String, byte[]> documents = new HashMap<>();
    private final Map<String, BlobDescriptor> layers = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private long documentBytes;

    DockerFiles(ImageStore store, String archive) {
        this.store = store;
        this.archive = archive;
    }

    @Override
    public void accept(TreeEntry entry, InputStream content) throws IOException {
        switch (entry.kind()) {
            case FILE -> file(entry, content);
            case SYMLINK -> target(entry.path(), entry.link()).ifPresent(target -> links.put(entry.path(), target));
            case HARD_LINK -> links.put(entry.path(), entry.link());
            case DIRECTORY, CHARACTER_DEVICE, BLOCK_DEVICE, FIFO -> {}
        }
    }

    private void file(TreeEntry entry, InputStream content) throws IOException {
        String path = entry.path();
        if (documents.containsKey(path) || layers.containsKey(path)) {
            throw new BadImageException(archive, "has two files " + path);
        }
        if (path.endsWith(".json") || path.startsWith("sha256:")) {
            keep(path, entry.size(), content);
        } else if (LAYER.matcher(path).matches()) {
            layers.put(path, store.putLayer(content));
        } else if (path.startsWith("blobs/sha256/")) {
            layers.put(path, store.putVerified(content, digest(path), archive));
        }
    }

    private Digest digest(String path) {
        try {
            return new Digest(path.substring(path.lastIndexOf('/') + 1));
        } catch (IllegalArgumentException e) {
            throw new BadImageException(archive, "has a blob without a digest: " + path, e);
        }
    }

    private void keep(String path, long size, InputStream content) throws IOException {
        documentBytes += size;
        if (size > OciJson.MAX_BYTES || documentBytes > MAX_DOCUMENTS) {
            throw new BadImageException(archive, "its " + path + " is too large");
        }
        documents.put(path, content.readAllBytes());
    }

    /// Where in the archive a symbolic link leads; nowhere when it leaves the archive.
    private static Optional<String> target(String path, String link) {
        Deque<String> parts = new ArrayDeque<>();
        int folder = path.lastIndexOf('/');
        String whole = folder < 0 ? link : path.substring(0, folder) + "/" + link;
        for (String part : whole.split("/")) {
            if (part.equals("..") && parts.pollLast() == null) {
                return Optional.empty();
            }
            if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.addLast(part);
            }
        }
        return link.startsWith("/") ? Optional.empty() : Optional.of(String.join("/", parts));
    }

    /// @throws BadImageException the archive has no such file
    byte[] document(String path) throws IOException {
        byte[] document = documents.get(path);
        return document != null ? document : store.blobs().read(blob(path).digest(), OciJson.MAX_BYTES);
    }

    BlobDescriptor blob(String path) {
        String at = path;
        for (int i = 0; i < MAX_LINKS && links.containsKey(at); i++) {
            at = links.getOrDefault(at, "");
        }
        BlobDescriptor blob = layers.get(at);
        if (blob == null) {
            throw new BadImageException(archive, path.isEmpty() ? "does not name a file" : "lacks the file " + path);
        }
        return blob;
    }
}
