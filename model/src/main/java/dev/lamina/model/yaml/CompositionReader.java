package dev.lamina.model.yaml;

import java.util.List;

/// Reads LinuxKit YAML. Every problem of every document is found in one run.
public final class CompositionReader {

    /// Reads the documents and merges them in order.
    public ReadResult read(List<SourceText> documents) {
        throw new UnsupportedOperationException(documents.toString());
    }
}
