package dev.lamina.app.operation;

import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The files of documents that were changed.
///
/// @param directory that names are relative to
record DocumentFiles(Path directory) {

    void write(SourceText document) {
        try {
            TextFiles.replace(
                    directory.resolve(document.name()), document.text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
