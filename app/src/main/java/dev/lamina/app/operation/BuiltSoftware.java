package dev.lamina.app.operation;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.InputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the list of software in a tar that was built, by Lamina or by LinuxKit.
public final class BuiltSoftware {
    private BuiltSoftware() {}

    /// @param path of the list within the system
    public static String in(Path tar, String path) throws IOException {
        ByteArrayOutputStream found = new ByteArrayOutputStream();
        try (InputStream in = Compression.decompress(new BufferedInputStream(Files.newInputStream(tar)))) {
            new TarReader(in, tar.toString()).streamTo((entry, content) -> {
                if (entry.kind() == TreeEntry.Kind.FILE && entry.path().equals(path)) {
                    found.reset(); // the last one counts
                    content.transferTo(found);
                }
            });
        }
        return Optional.of(found.toString(StandardCharsets.UTF_8))
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new InputException(
                        tar + " has no " + path, "it may have been built with --no-sbom, or with --sbom-output"));
    }
}
