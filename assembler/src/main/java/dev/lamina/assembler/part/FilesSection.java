package dev.lamina.assembler.part;

import dev.lamina.assembler.tree.ImageTree;
import dev.lamina.assembler.tree.Origin;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.Composition;
import dev.lamina.model.FileEntry;
import dev.lamina.model.Owner;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.yaml.CompositionWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// The section `files`: each entry a part of its own, after everything else. A directory that is there already keeps
/// its attributes; missing ones get those of the file, with the right to enter where the file can be used.
final class FilesSection {
    private static final String SOURCE = "linuxkit.files";

    private final Composition composition;
    private final Places places;
    private final LocalPaths local;
    private final ToLongFunction<Owner> ids;

    FilesSection(Composition composition, Places places, LocalPaths local, ToLongFunction<Owner> ids) {
        this.composition = composition;
        this.places = places;
        this.local = local;
        this.ids = ids;
    }

    /// @param reporter can end the reading of large files
    void addTo(ImageTree.Builder tree, Reporter reporter) throws IOException {
        for (int i = 0; i < composition.files().size(); i++) {
            Optional<MadePart> part = part(i, tree, reporter);
            if (part.isPresent()) {
                tree.add(part.get());
            }
        }
    }

    private Optional<MadePart> part(int index, ImageTree.Builder tree, Reporter reporter) throws IOException {
        FileEntry file = composition.files().get(index);
        Optional<Content> content = content(index, file, reporter);
        if (file.sourcePath().isPresent() && content.isEmpty()) {
            return Optional.empty();
        }
        String path = clean(file.path());
        boolean directory = file.content() instanceof FileEntry.Directory;
        int mode = file.mode().orElse(directory ? 0700 : 0600);
        long uid = ids.applyAsLong(file.uid());
        long gid = ids.applyAsLong(file.gid());
        MadePart part = new MadePart(new Origin(SOURCE, "files[" + index + "]"));
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String parent = path.substring(0, slash);
            if (!tree.describes(parent)) {
                part.add(TreeEntry.directory(parent, enterable(mode)).ownedBy(uid, gid));
            }
        }
        TreeEntry entry = entry(path, file, mode, content).ownedBy(uid, gid);
        return Optional.of(content.isPresent() ? part.add(entry, content.get()) : part.add(entry));
    }

    private static String clean(String path) {
        return Arrays.stream(path.split("/"))
                .filter(name -> !name.isEmpty() && !name.equals("."))
                .collect(Collectors.joining("/"));
    }

    private static int enterable(int mode) {
        return mode | mode >> 1 & 0111 | mode >> 2 & 0111;
    }

    private static TreeEntry entry(String path, FileEntry file, int mode, Optional<Content> content) {
        return switch (file.content()) {
            case FileEntry.Directory ignored -> TreeEntry.directory(path, mode);
            case FileEntry.Symlink link -> TreeEntry.symlink(path, link.target());
            case FileEntry.Text ignored -> TreeEntry.file(path, mode, size(content));
            case FileEntry.Source ignored -> TreeEntry.file(path, mode, size(content));
            case FileEntry.Metadata ignored -> TreeEntry.file(path, mode, size(content));
        };
    }

    private static long size(Optional<Content> content) {
        return content.map(Content::size).orElse(0L);
    }

    private Optional<Content> content(int index, FileEntry file, Reporter reporter) throws IOException {
        return switch (file.content()) {
            case FileEntry.Directory ignored -> Optional.empty();
            case FileEntry.Symlink ignored -> Optional.empty();
            case FileEntry.Text text -> Optional.of(Content.of(text.contents()));
            case FileEntry.Source source -> source(index, file, source.path(), reporter);
            case FileEntry.Metadata metadata -> Optional.of(Content.of(metadata(metadata.format())));
        };
    }

    private String metadata(FileEntry.Metadata.Format format) {
        return switch (format) {
            case YAML -> CompositionWriter.yaml(composition);
            case JSON -> CompositionWriter.json(composition);
        };
    }

    private Optional<Content> source(int index, FileEntry file, String name, Reporter reporter) throws IOException {
        Path path = local.resolve(name);
        if (isReadable(path)) {
            return Optional.of(LocalFile.of(path, reporter));
        }
        if (file.optional()) {
            return Optional.empty();
        }
        throw missing(index, file, name, path);
    }

    private static boolean isReadable(Path path) {
        return Files.isRegularFile(path) && Files.isReadable(path);
    }

    private LaminaException missing(int index, FileEntry file, String name, Path path) {
        String reason =
                Files.isDirectory(path) ? "is a folder" : Files.exists(path) ? "cannot be read" : "is not there";
        String message = "the source " + name + " of files[" + index + "] (" + file.path() + ") " + reason;
        return places.problem(new Problem(
                places.span("files[" + index + "].source"),
                message,
                Optional.of("looked for " + path + "; \"optional: true\" leaves a missing one out")));
    }

    /// Finds a source that is not there, without reading any.
    void check() {
        for (int i = 0; i < composition.files().size(); i++) {
            FileEntry file = composition.files().get(i);
            Optional<String> source = file.sourcePath().filter(name -> !file.optional());
            if (source.isPresent() && !isReadable(local.resolve(source.get()))) {
                throw missing(i, file, source.get(), local.resolve(source.get()));
            }
        }
    }
}
