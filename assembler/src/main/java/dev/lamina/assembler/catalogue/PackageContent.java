package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.io.CheckedInput;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.io.Spool;
import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.packages.ObtainedPackage;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.deb.DebFile;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.progress.Reporter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The files of one package that the catalogue may want, unpacked to a spool; and its links.
final class PackageContent implements Closeable {
    private final PackagePin pin;
    private final Spool spool;
    private final NavigableMap<String, ByteSource> files = new TreeMap<>();
    private final NavigableMap<String, String> links = new TreeMap<>();
    private final Set<String> executables = new HashSet<>();

    /// Files that nobody asked for by this name, and that were passed by before a wanted hard link to them came.
    private final Set<String> missed = new HashSet<>();

    private PackageContent(PackagePin pin, Spool spool) {
        this.pin = pin;
        this.spool = spool;
    }

    /// @param temporary the folder of the spool
    /// @param step is told how many bytes were unpacked
    static PackageContent unpack(ObtainedPackage obtained, Predicate<String> wanted, Path temporary, Reporter.Step step)
            throws IOException {
        Spool spool = Spool.in(temporary);
        try {
            PackageContent content = new PackageContent(obtained.actual(), spool);
            DebFile deb = new DebFile(obtained.file(), obtained.actual().label());
            deb.streamTo((entry, bytes) -> content.take(entry, new ReportedInput(bytes, step), wanted));
            if (!content.missed.isEmpty()) {
                deb.streamTo((entry, bytes) -> content.takeMissed(entry, new CheckedInput(bytes, step::check)));
            }
            return content;
        } catch (Throwable e) {
            spool.close();
            throw e;
        }
    }

    private void take(TreeEntry entry, InputStream bytes, Predicate<String> wanted) throws IOException {
        String path = GuestLayout.merged(entry.path());
        switch (entry.kind()) {
            case SYMLINK -> links.put(path, entry.link());
            case HARD_LINK -> {
                links.put(path, "/" + entry.link());
                String target = GuestLayout.merged(entry.link());
                if (wanted.test(path) && !files.containsKey(target)) {
                    missed.add(target);
                }
            }
            case FILE -> {
                if (wanted.test(path)) {
                    put(path, entry, bytes);
                } else {
                    Streams.drain(bytes); // here rather than by the reader, so that it is reported
                }
            }
            default -> {
                // devices and directories are nothing that one takes out of a package
            }
        }
    }

    private void takeMissed(TreeEntry entry, InputStream bytes) throws IOException {
        String path = GuestLayout.merged(entry.path());
        if (entry.kind() == TreeEntry.Kind.FILE && missed.contains(path)) {
            put(path, entry, bytes);
        }
    }

    private void put(String path, TreeEntry entry, InputStream bytes) throws IOException {
        files.put(path, spool.add(bytes));
        if ((entry.mode() & 0111) != 0) {
            executables.add(path);
        }
    }

    /// The package that it really is, which may be newer than the locked one.
    PackagePin pin() {
        return pin;
    }

    /// By path without a leading slash.
    NavigableMap<String, ByteSource> files() {
        return Collections.unmodifiableNavigableMap(files);
    }

    /// Whether a file may be executed.
    boolean isExecutable(String path) {
        return executables.contains(path);
    }

    /// Targets as written; those of hard links with a slash in front.
    NavigableMap<String, String> links() {
        return Collections.unmodifiableNavigableMap(links);
    }

    boolean isOpen() {
        return spool.isOpen();
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
