package dev.lamina.assembler.packages.index;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.compress.ZstdOutput;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.PinLine;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Indexes that were read before, by the hash of what they were read from: reading them again takes a fraction of the
/// time. The checksum of zstd finds damage; then there is just no cached index.
final class IndexCache {
    /// Part of the names, so that a change of the form or of the rules for dependencies forgets what was read before.
    private static final String FORM = ".index-2";

    private final Path folder;

    IndexCache(Path folder) {
        this.folder = folder;
    }

    private Path file(Digest packages) {
        return folder.resolve(packages.hex() + FORM);
    }

    Optional<Map<String, PackagePin>> find(Digest packages, Arch arch) {
        Path file = file(packages);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Compression.decompress(Files.newInputStream(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<String, PackagePin> pins = new TreeMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                PackagePin pin = PinLine.parse(line, arch);
                pins.put(pin.name(), pin);
            }
            return Optional.of(pins);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void keep(Digest packages, Map<String, PackagePin> pins) throws IOException {
        Storage.createFolder(folder);
        try (AtomicFile file = AtomicFile.in(folder)) {
            try (Writer lines = new BufferedWriter(
                    new OutputStreamWriter(new ZstdOutput(file.output(), 3), StandardCharsets.UTF_8))) {
                for (PackagePin pin : pins.values()) {
                    lines.write(PinLine.format(pin));
                    lines.write('\n');
                }
            }
            file.publish(file(packages));
        }
    }
}
