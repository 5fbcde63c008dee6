package dev.lamina.assembler.oci;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.tar.BadArchiveException;
import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.io.Spool;
import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes images into the store: first all blobs, then, when everything fits, the names. What a file or folder is shows
/// by what is in it:
///
/// - an OCI layout, as tar or as folder; LinuxKit's cache is one too
/// - what `docker save` and `podman save` write, old and new
/// - a root file system, as tar or as folder; it becomes an image of one layer, and needs a name
///
/// Tars may be compressed. Whoever made them need not be trusted.
public final class ImageImport {
    /// How `docker save` and those who imitate it call what they write: by digests.
    private static final Pattern DOCKER_FILE =
            Pattern.compile("manifest\\.json|repositories|(sha256:)?[0-9a-f]{64}([./].*)?");

    private static final Pattern LAYOUT_FILE = Pattern.compile("oci-layout|index\\.json|blobs/sha256/.*");

    /// So that a root file system need not be read to its end only to see that it is one.
    private static final Pattern ROOT_FILE =
            Pattern.compile("(bin|boot|dev|etc|home|lib|lib64|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)(/.*)?");

    private final ImageStore store;
    private final ImportOptions options;
    private final Reporter reporter;

    ImageImport(ImageStore store, ImportOptions options, Reporter reporter) {
        this.store = store;
        this.options = options;
        this.reporter = reporter;
    }

    /// @return the names, which now stand for what the file or folder holds
    public List<ImageRef> from(Path source) throws IOException {
        if (Files.isDirectory(source)) {
            return fromFolder(source);
        }
        try {
            return fromTar(new Tar(source.toString(), ByteSource.of(source), reporter));
        } catch (NoSuchFileException e) {
            throw new InputException(source + ": no such file", null, e);
        }
    }

    /// @param name of the stream, for messages
    public List<ImageRef> from(InputStream stream, String name) throws IOException {
        try (Spool spool = Spool.in(store.workFolder())) {
            return fromTar(new Tar(name, spool.add(stream), reporter));
        }
    }

    private List<ImageRef> fromFolder(Path folder) throws IOException {
        if (Files.isRegularFile(folder.resolve("index.json"))) {
            return new LayoutFolder(store, folder, options, reporter).run();
        }
        if (Files.isRegularFile(folder.resolve("manifest.json"))
                && options.name().isEmpty()) {
            throw new InputException(
                    folder + " is an unpacked docker archive, which cannot be imported as a folder",
                    "pack it: tar -C " + folder + " -cf image.tar .");
        }
        return new RootImport(store, folder.toString(), options).folder(folder, reporter);
    }

    private List<ImageRef> fromTar(Tar tar) throws IOException {
        return switch (tar.kind()) {
            case LAYOUT -> new LayoutTar(store, tar, options).run();
            case DOCKER -> new DockerImport(store, tar, options).run();
            case ROOT -> new RootImport(store, tar.name, options).tar(tar);
        };
    }

    private enum Kind {
        LAYOUT,
        DOCKER,
        ROOT;

        /// What a file of that path tells, if it tells something.
        static Optional<Kind> of(String path) {
            if (LAYOUT_FILE.matcher(path).matches()) {
                return Optional.of(LAYOUT);
            }
            if (DOCKER_FILE.matcher(path).matches()) {
                return Optional.of(DOCKER);
            }
            return ROOT_FILE.matcher(path).matches() ? Optional.of(ROOT) : Optional.empty();
        }
    }

    /// A tar that can be read again and again, compressed or not.
    static final class Tar {
        private final String name;
        private final ByteSource bytes;
        private final Reporter reporter;

        Tar(String name, ByteSource bytes, Reporter reporter) {
            this.name = name;
            this.bytes = bytes;
            this.reporter = reporter;
        }

        /// For messages.
        String name() {
            return name;
        }

        void streamTo(EntrySink sink) throws IOException {
            try (Reporter.Step step = reporter.begin("import " + name, bytes.size());
                    InputStream raw = new ReportedInput(bytes.open(), step)) {
                new TarReader(decompressed(raw), name).streamTo(sink);
                Streams.drain(raw); // what stands behind the end, so that all was seen
            }
        }

        /// Files may come in any order, so it is the first telling one that counts.
        private Kind kind() throws IOException {
            if (bytes.size() == 0) {
                throw new BadArchiveException(name, "is empty");
            }
            boolean[] empty = {true};
            try (InputStream in = decompressed(bytes.open())) {
                Optional<Kind> told = new TarReader(in, name).find((entry, content) -> {
                    empty[0] &= entry.kind() == TreeEntry.Kind.DIRECTORY;
                    return Kind.of(entry.path()).filter(kind -> kind != Kind.ROOT || !empty[0]);
                });
                if (empty[0] && told.isEmpty()) {
                    throw new BadArchiveException(name, "is empty");
                }
                return told.orElse(Kind.ROOT);
            }
        }

        private InputStream decompressed(InputStream in) throws IOException {
            try {
                return Compression.decompress(in);
            } catch (IOException e) {
                throw new BadArchiveException(name, "cannot be decompressed: " + e.getMessage(), e);
            }
        }
    }

    /// Built-in images are made here and trusted; nobody else may give something that name.
    static ImageRef importable(ImageRef name, @Nullable String archive) {
        if (!name.builtIn()) {
            return name;
        }
        throw new InputException(
                archive == null
                        ? "only built-in images are called " + name
                        : archive + " calls an image " + name + ", as only built-in ones are called",
                "give it a name that does not begin with lamina/");
    }
}
