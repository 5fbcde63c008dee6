package dev.lamina.app.operation;

import dev.lamina.assembler.part.LocalPaths;
import dev.lamina.model.FileEntry;
import dev.lamina.model.check.LocalFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at the files of this computer that a document takes in, at most at the beginning of each. Devices and pipes
/// are not opened.
record LocalFacts(LocalPaths paths) {
    private static final int BEGINNING = 4096;

    /// By their `source` as written.
    Map<String, LocalFile> of(List<FileEntry> files) {
        Map<String, LocalFile> facts = new HashMap<>();
        for (FileEntry file : files) {
            file.sourcePath()
                    .flatMap(this::look)
                    .ifPresent(fact -> facts.put(file.sourcePath().orElseThrow(), fact));
        }
        return facts;
    }

    private Optional<LocalFile> look(String source) {
        try {
            Path path = paths.resolve(source);
            if (Files.isRegularFile(path)) {
                return Optional.of(new LocalFile.Present(Files.size(path), beginning(path)));
            }
            if (Files.isDirectory(path)) {
                return Optional.of(new LocalFile.Directory());
            }
            return Files.notExists(path) ? Optional.of(new LocalFile.Missing()) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String beginning(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(in.readNBytes(BEGINNING)))
                    .toString();
        }
    }
}
