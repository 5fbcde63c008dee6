package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What distributions say of their firmware: JSON files, one for each (QEMU: `docs/interop/firmware.json`).
/// Their names give the order; of the same name in several folders the first one counts, and an empty one
/// hides the others.
///
/// Firmware that only boots what Microsoft has signed, or that wants a machine with system management mode,
/// is of no use here, and neither is one in a format other than raw.
final class FirmwareDescriptors {
    private static final long LARGEST = 256 * 1024;
    private static final Set<String> UNWANTED = Set.of("secure-boot", "enrolled-keys", "requires-smm");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path root;

    /// @param root of the host's file system
    FirmwareDescriptors(Path root) {
        this.root = root;
    }

    /// @param folders with descriptors, the most important first
    Stream<FirmwarePair> find(Arch guest, List<Path> folders) {
        Map<String, Path> files = new TreeMap<>();
        folders.forEach(folder -> list(folder).forEach(file -> files.putIfAbsent(file.getFileName() + "", file)));
        return files.values().stream().flatMap(file -> read(file).flatMap(json -> pair(json, guest)).stream());
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<JsonNode> read(Path file) {
        try {
            return Files.size(file) > LARGEST || Files.size(file) == 0
                    ? Optional.empty()
                    : Optional.of(JSON.readTree(Files.readString(file)));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    private Optional<FirmwarePair> pair(JsonNode json, Arch guest) {
        JsonNode mapping = json.path("mapping");
        boolean fits = has(json.path("interface-types"), "uefi")
                && text(mapping.path("device")).equals("flash")
                && text(mapping.path("executable").path("format")).equals("raw")
                && text(mapping.path("nvram-template").path("format")).equals("raw")
                && json.path("features")
                        .valueStream()
                        .map(FirmwareDescriptors::text)
                        .noneMatch(UNWANTED::contains)
                && json.path("targets").valueStream().anyMatch(target -> isFor(target, guest));
        return fits
                ? Optional.of(new FirmwarePair(file(mapping.path("executable")), file(mapping.path("nvram-template"))))
                : Optional.empty();
    }

    private static boolean isFor(JsonNode target, Arch guest) {
        String machine = MachineProfile.of(guest).firmwareMachine();
        return text(target.path("architecture")).equals(guest.machine())
                && target.path("machines")
                        .valueStream()
                        .map(FirmwareDescriptors::text)
                        .anyMatch(pattern -> pattern.startsWith(machine));
    }

    private static boolean has(JsonNode list, String word) {
        return list.valueStream().map(FirmwareDescriptors::text).anyMatch(word::equals);
    }

    private static String text(JsonNode node) {
        return node.asString("");
    }

    private Path file(JsonNode description) {
        String name = text(description.path("filename"));
        return root.resolve(name.startsWith("/") ? name.substring(1) : name);
    }
}
