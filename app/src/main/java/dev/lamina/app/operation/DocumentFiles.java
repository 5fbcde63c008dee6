package dev.lamina.app.operation;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/// The files of documents that were changed.
///
/// @param directory that names are relative to
record DocumentFiles(Path directory) {

    /// Whole or not at all; links and permissions stay.
    void write(SourceText document) {
        try {
            Path file = directory.resolve(document.name()).toRealPath();
            Optional<Set<PosixFilePermission>> permissions = permissions(file);
            AtomicFile.write(file, document.text().getBytes(StandardCharsets.UTF_8));
            if (permissions.isPresent()) {
                Files.setPosixFilePermissions(file, permissions.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Set<PosixFilePermission>> permissions(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Optional.of(Files.getPosixFilePermissions(file))
                : Optional.empty();
    }
}
