package dev.lamina.assembler.oci;

import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.EntrySource;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.progress.Reporter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The files of a folder as a root file system. They belong to root and have one fixed time, whoever has them here and
/// since when; modes, links and hard links are as they are. Links are not followed. Devices, sockets and pipes are left
/// out, as the system that the image is for has its own.
///
/// Where files have no modes (Windows), those that begin as programs do are executable.
final class RootFolder implements EntrySource {
    private static final int SHOWN = 3;

    private final Path root;
    private final Reporter reporter;
    private final boolean unix;
    private final Map<Object, String> names = new HashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    RootFolder(Path root, Reporter reporter) {
        this.root = root;
        this.reporter = reporter;
        this.unix = root.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    @Override
    public void streamTo(EntrySink sink) throws IOException {
        try (Reporter.Step step = reporter.begin("import " + root)) {
            for (Map.Entry<String, Path> file : sorted().entrySet()) {
                entry(file.getKey(), file.getValue(), sink, step);
            }
        }
        if (!leftOut.isEmpty()) {
            String more = leftOut.size() > SHOWN ? ", …" : "";
            reporter.warn("left out " + leftOut.size() + " devices, sockets and pipes: "
                    + String.join(", ", leftOut.subList(0, Math.min(SHOWN, leftOut.size()))) + more);
        }
    }

    private TreeMap<String, Path> sorted() throws IOException {
        Path real = root.toRealPath();
        TreeMap<String, Path> files = new TreeMap<>();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                files.put(name(real, folder), folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.put(name(real, file), file);
                return FileVisitResult.CONTINUE;
            }
        };
        Files.walkFileTree(real, visitor);
        files.remove("");
        return files;
    }

    private static String name(Path real, Path file) {
        return real.relativize(file).toString().replace('\\', '/');
    }

    private void entry(String name, Path file, EntrySink sink, Reporter.Step step) throws IOException {
        step.advance(0);
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            String target = Files.readSymbolicLink(file).toString();
            sink.accept(
                    TreeEntry.symlink(name, unix ? target : target.replace('\\', '/')), InputStream.nullInputStream());
        } else if (attributes.isDirectory()) {
            sink.accept(TreeEntry.directory(name, mode(file, 0755)), InputStream.nullInputStream());
        } else if (attributes.isRegularFile()) {
            regular(name, file, attributes, sink, step);
        } else {
            leftOut.add(name);
        }
    }

    private void regular(String name, Path file, BasicFileAttributes attributes, EntrySink sink, Reporter.Step step)
            throws IOException {
        Object key = attributes.fileKey();
        boolean linked = unix && key != null && (int) Files.getAttribute(file, "unix:nlink") > 1;
        String first = linked ? names.putIfAbsent(key, name) : null;
        int mode = mode(file, isProgram(file) ? 0755 : 0644);
        if (first != null) {
            TreeEntry link =
                    new TreeEntry(name, Kind.HARD_LINK, mode, 0, 0, TreeEntry.MADE_TIME, 0, first, 0, 0, Map.of());
            sink.accept(link, InputStream.nullInputStream());
            return;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS))) {
            sink.accept(TreeEntry.file(name, mode, attributes.size()), in);
        }
        step.advance(attributes.size());
    }

    private int mode(Path file, int otherwise) throws IOException {
        if (!unix) {
            return otherwise;
        }
        return (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
    }

    private boolean isProgram(Path file) throws IOException {
        if (unix) {
            return false; // its mode says so
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4
                    && (start[0] == '#' && start[1] == '!'
                            || start[0] == 0x7F && start[1] == 'E' && start[2] == 'L' && start[3] == 'F');
        }
    }
}
