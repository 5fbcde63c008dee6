package dev.lamina.assembler.packages.index;

import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.PinLine;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads Debian's `Packages`: paragraphs of `Field: value` lines, one for each package.
final class PackagesReader {
    private static final Set<String> WANTED = Set.of(
            "Package", "Version", "Architecture", "Size", "SHA256", "Filename", "Depends", "Pre-Depends", "Provides");

    private final Arch arch;
    private final Map<String, PackagePin> pins = new TreeMap<>();
    private final Map<String, Dependencies> dependencies = new HashMap<>();
    private final Map<String, String> providers = new HashMap<>();

    PackagesReader(Arch arch) {
        this.arch = arch;
    }

    /// The packages by name. Of several versions, the newest. What has no file in the pool is left out.
    Map<String, PackagePin> read(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Map<String, String> fields = new HashMap<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            int colon = line.indexOf(':');
            if (line.isEmpty()) {
                take(fields);
                fields.clear();
            } else if (colon > 0 && line.charAt(0) != ' ' && WANTED.contains(line.substring(0, colon))) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        take(fields);
        pins.replaceAll((name, pin) -> withDependencies(pin));
        return pins;
    }

    private void take(Map<String, String> fields) {
        String architecture = fields.getOrDefault("Architecture", "");
        if (!architecture.equals("all") && !architecture.equals(arch.ociName())) {
            return;
        }
        try {
            PackagePin pin = pin(fields);
            PackagePin other = pins.get(pin.name());
            if (other == null || DebianVersion.ORDER.compare(pin.version(), other.version()) > 0) {
                pins.put(pin.name(), pin);
                dependencies.put(pin.name(), dependencies(fields));
                provide(pin.name(), fields.getOrDefault("Provides", ""));
            }
        } catch (IllegalArgumentException e) {
            // nothing that can be fetched from a pool
        }
    }

    private PackagePin pin(Map<String, String> fields) {
        PackagePin pin = new PackagePin(
                fields.getOrDefault("Package", ""),
                fields.getOrDefault("Version", ""),
                arch,
                Long.parseLong(fields.getOrDefault("Size", "")),
                new Digest(fields.getOrDefault("SHA256", "")),
                fields.getOrDefault("Filename", ""),
                List.of());
        return PinLine.parse(PinLine.format(pin), arch);
    }

    private static Dependencies dependencies(Map<String, String> fields) {
        return new Dependencies(
                fields.getOrDefault("Package", ""),
                List.of(fields.getOrDefault("Pre-Depends", ""), fields.getOrDefault("Depends", "")));
    }

    private void provide(String name, String provides) {
        for (String provided : provides.split(",")) {
            Dependencies.names(provided)
                    .forEach(virtual -> providers.merge(virtual, name, (a, b) -> a.compareTo(b) <= 0 ? a : b));
        }
    }

    private PackagePin withDependencies(PackagePin pin) {
        Dependencies all = dependencies.getOrDefault(pin.name(), new Dependencies(pin.name(), List.of()));
        return new PackagePin(
                pin.name(),
                pin.version(),
                pin.arch(),
                pin.size(),
                pin.sha256(),
                pin.path(),
                all.chosen(pins::containsKey, providers));
    }
}
