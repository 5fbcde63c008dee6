package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Looks at files of a store that others may remove at any moment.
final class StoreFiles {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private StoreFiles() {}

    /// The regular files of a folder, which need not exist. What killed writers left in it is removed first.
    static List<Path> in(Path folder) throws IOException {
        AtomicFile.removeAbandoned(folder);
        return list(folder, Files::isRegularFile);
    }

    /// The folders in a folder, which need not exist.
    static List<Path> foldersIn(Path folder) throws IOException {
        return list(folder, Files::isDirectory);
    }

    private static List<Path> list(Path folder, DirectoryStream.Filter<Path> wanted) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, wanted)) {
                files.forEach(found::add);
            }
        }
        return found;
    }

    /// What a file is named by; empty when it has another name.
    static Optional<Digest> digest(Path file) {
        String name = file.getFileName().toString();
        return HEX.matcher(name).matches() ? Optional.of(new Digest(name)) : Optional.empty();
    }

    /// Empty when the file is gone.
    static Optional<FileTime> time(Path file) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// 0 when the file is gone.
    static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
