package dev.lamina.assembler.packages.deb;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.tar.BadArchiveException;
import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.EntrySource;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// A Debian package (deb(5)): an `ar` archive of `debian-binary`, `control.tar.*` and `data.tar.*`, where `*` is `xz`,
/// `zst`, `gz` or nothing. Only reads; scripts in it are data like everything else.
///
/// Damage gives a [BadPackageException]; an entry that would leave the tree is refused by the [TarReader].
public final class DebFile implements EntrySource {
    private static final int MAX_CONTROL = 1 << 20;
    private static final String FORMAT = "2.0\n";
    private static final Set<String> ENDINGS = Set.of("", ".xz", ".zst", ".gz");

    /// What a tar takes besides the contents: two blocks for an entry, of which there may be many small ones.
    private static final long OVERHEAD = 64L << 20;

    private static final long KIBIBYTE = 1024;

    private final Path file;
    private final String label;

    /// @param label what messages call it, e.g. `crun 1.21-1`
    public DebFile(Path file, String label) {
        this.file = file;
        this.label = label;
    }

    /// The fields of the control file, without those lines that go on from the one before.
    public Map<String, String> control() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return control(open(in));
        }
    }

    /// Sends all files of the package, with cleaned names and in the order of the archive.
    @Override
    public void streamTo(EntrySink sink) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ArArchiveInputStream ar = open(in);
            long installed = installedSize(control(ar));
            // twice what the package says of itself is no mistake of counting any more
            try (InputStream data = member(ar, "data.tar", 2 * installed + OVERHEAD)) {
                readTar(data, sink);
                Streams.drain(data); // the checksum comes last
            }
        }
    }

    private ArArchiveInputStream open(InputStream in) throws IOException {
        ArArchiveInputStream ar = new ArArchiveInputStream(new BufferedInputStream(in, 1 << 16));
        ArArchiveEntry first = next(ar);
        if (!first.getName().equals("debian-binary") || first.getSize() != FORMAT.length()) {
            throw bad("is no Debian package", null);
        }
        String format = new String(guarded(ar).readNBytes(FORMAT.length()), StandardCharsets.ISO_8859_1);
        if (format.length() < FORMAT.length()) {
            throw bad("is cut off", null);
        }
        if (!format.equals(FORMAT)) {
            throw bad("has a format that Lamina does not know", null);
        }
        return ar;
    }

    private Map<String, String> control(ArArchiveInputStream ar) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        try (InputStream control = member(ar, "control.tar", MAX_CONTROL)) {
            readTar(control, (entry, content) -> {
                if (entry.path().equals("control")) {
                    fields.putAll(fields(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
                }
            });
        }
        return fields;
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0 && !line.startsWith(" ")) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private long installedSize(Map<String, String> control) {
        String kibibytes = control.getOrDefault("Installed-Size", "");
        if (!kibibytes.matches("[0-9]{1,12}")) {
            throw bad("does not say how large it is", null);
        }
        return Long.parseLong(kibibytes) * KIBIBYTE;
    }

    /// The next member, which must be the wanted one, decompressed.
    private InputStream member(ArArchiveInputStream ar, String name, long maxBytes) throws IOException {
        ArArchiveEntry entry = next(ar);
        boolean wanted = entry.getName().startsWith(name)
                && ENDINGS.contains(entry.getName().substring(name.length()));
        if (!wanted) {
            throw bad("has \"" + entry.getName() + "\" where " + name + " should be", null);
        }
        try {
            return guarded(Compression.decompress(new Unclosed(ar), maxBytes));
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    private ArArchiveEntry next(ArArchiveInputStream ar) {
        @Nullable ArArchiveEntry entry;
        try {
            entry = ar.getNextEntry();
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
        if (entry == null) {
            throw bad("is cut off", null);
        }
        return entry;
    }

    private void readTar(InputStream tar, EntrySink sink) throws IOException {
        try {
            new TarReader(tar, "package " + label).streamTo(sink);
        } catch (BadArchiveException e) {
            throw unreadable(e);
        }
    }

    private DebMember guarded(InputStream in) {
        return new DebMember(in, this::unreadable);
    }

    private BadPackageException unreadable(Throwable cause) {
        return cause instanceof BadPackageException known ? known : bad("is cut off or damaged", cause);
    }

    private BadPackageException bad(String problem, @Nullable Throwable cause) {
        return new BadPackageException(label, file, problem, cause);
    }

    /// A member that ends does not end the archive.
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return in.read(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
