package dev.lamina.app.cli;

import dev.lamina.assembler.io.ByteSource;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What `lamina run` tells a system at its boot: one or the other.
final class DataOptions {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "TEXT",
            description = "Tell the system this at its boot: on a CD, as the file config (see lamina/metadata).")
    @Nullable
    String data;

    @Option(
            names = "--data-file",
            required = true,
            paramLabel = "FILE",
            description = "As --data, with the content of a file.")
    @Nullable
    String dataFile;

    Optional<ByteSource> source(Session session) {
        if (data != null) {
            return Optional.of(ByteSource.of(data.getBytes(StandardCharsets.UTF_8)));
        }
        return dataFile == null ? Optional.empty() : Optional.of(GivenFile.read(session, dataFile));
    }
}
