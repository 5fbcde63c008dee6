package dev.lamina.app.studio.build;

import dev.lamina.app.operation.Formats;
import dev.lamina.app.operation.TextFiles;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How documents were built last, by their files: one line each, the newest first. Documents themselves do not hold
/// it. What cannot be read counts as not remembered.
final class KeptChoices {
    private static final int MOST = 200;
    private static final long MOST_BYTES = 1 << 20;
    private static final int FIELDS = 6;

    private final Path list;

    /// @param list where they are kept
    KeptChoices(Path list) {
        this.list = list;
    }

    Optional<BuildChoices> of(Path document) {
        String key = key(document);
        return lines().stream()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields.length == FIELDS && fields[0].equals(key))
                .findFirst()
                .flatMap(KeptChoices::parse);
    }

    void keep(Path document, BuildChoices choices) {
        String key = key(document);
        List<String> now = new ArrayList<>();
        now.add(line(key, choices));
        lines().stream()
                .filter(line -> !line.startsWith(key + "\t"))
                .limit(MOST - 1L)
                .forEach(now::add);
        try {
            Files.createDirectories(list.toAbsolutePath().getParent());
            AtomicFile.writeUnforced(list, (String.join("\n", now) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(Path document) {
        return TextFiles.digest(document.toAbsolutePath().normalize().toString())
                .substring(0, 16);
    }

    private static String line(String key, BuildChoices choices) {
        return String.join(
                "\t",
                key,
                String.join(",", choices.formats()),
                choices.arch().ociName(),
                choices.compression().toString(),
                choices.name(),
                choices.folder().toString().replaceAll("[\t\r\n]", ""));
    }

    private static Optional<BuildChoices> parse(String[] fields) {
        List<String> formats = Arrays.stream(fields[1].split(","))
                .filter(Formats.names()::contains)
                .toList();
        Optional<Arch> arch = Arch.parse(fields[2]);
        Optional<CompressionLevel> compression = CompressionLevel.parse(fields[3]);
        if (formats.isEmpty() || arch.isEmpty() || compression.isEmpty() || !BuildChoices.isName(fields[4])) {
            return Optional.empty();
        }
        try {
            Path folder = Path.of(fields[5]).toAbsolutePath();
            return Optional.of(new BuildChoices(formats, arch.get(), fields[4], folder, compression.get()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private List<String> lines() {
        try {
            return Files.isRegularFile(list) && Files.size(list) <= MOST_BYTES
                    ? new String(Files.readAllBytes(list), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
