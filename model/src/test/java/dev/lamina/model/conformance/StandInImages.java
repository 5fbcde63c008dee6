package dev.lamina.model.conformance;

import dev.lamina.model.oci.ImageConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The configs of the suite's images for linux/amd64, by their full names.
public final class StandInImages {
    private static final int BLOCK = 512;

    private final Map<String, ImageConfig> configs = new HashMap<>();
    private final JsonMapper json = new JsonMapper();

    public StandInImages(Path folder) {
        try (Stream<Path> tars = Files.list(folder)) {
            for (Path tar : tars.toList()) {
                add(blobs(Files.readAllBytes(tar)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Map<String, ImageConfig> all() {
        return Map.copyOf(configs);
    }

    public ImageConfig config(String name) {
        return Objects.requireNonNull(configs.get(name), name);
    }

    private void add(Map<String, byte[]> layout) {
        for (JsonNode manifest : read(layout, "index.json").path("manifests")) {
            String name = manifest.path("annotations")
                    .path("io.containerd.image.name")
                    .asString();
            image(layout, manifest)
                    .map(image -> config(blob(layout, image.path("config")).path("config")))
                    .ifPresent(config -> configs.put(name, config));
        }
    }

    /// A manifest as it is, or the one of an index for the architecture of the suite.
    private Optional<JsonNode> image(Map<String, byte[]> layout, JsonNode descriptor) {
        JsonNode document = blob(layout, descriptor);
        if (!document.has("manifests")) {
            return Optional.of(document);
        }
        return document.path("manifests").values().stream()
                .filter(each -> each.path("platform").path("os").asString("").equals("linux")
                        && each.path("platform")
                                .path("architecture")
                                .asString("")
                                .equals("amd64"))
                .findFirst()
                .map(each -> blob(layout, each));
    }

    private JsonNode blob(Map<String, byte[]> layout, JsonNode descriptor) {
        return read(layout, "blobs/" + descriptor.path("digest").asString().replace(':', '/'));
    }

    private JsonNode read(Map<String, byte[]> layout, String name) {
        return json.readTree(layout.get(name));
    }

    private static ImageConfig config(JsonNode config) {
        Map<String, String> labels = new HashMap<>();
        config.path("Labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
        return new ImageConfig(
                texts(config.path("Entrypoint")),
                texts(config.path("Cmd")),
                texts(config.path("Env")),
                config.path("WorkingDir").asString(""),
                config.path("User").asString(""),
                labels);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.values().forEach(each -> texts.add(each.asString()));
        return texts;
    }

    /// The files of a plain tar whose names fit into their header: name at 0, octal size at 124, type at 156.
    private static Map<String, byte[]> blobs(byte[] tar) {
        Map<String, byte[]> files = new HashMap<>();
        for (int at = 0; tar[at] != 0; ) {
            int size = Integer.parseInt(text(tar, at + 124, 12).trim(), 8);
            byte[] content = new byte[size];
            System.arraycopy(tar, at + BLOCK, content, 0, size);
            files.put(text(tar, at, 100), content);
            at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
        return files;
    }

    private static String text(byte[] tar, int at, int length) {
        String field = new String(tar, at, length, StandardCharsets.US_ASCII);
        int end = field.indexOf(0);
        return end < 0 ? field : field.substring(0, end);
    }
}
