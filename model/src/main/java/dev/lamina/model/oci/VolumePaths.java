package dev.lamina.model.oci;

import dev.lamina.model.Volume;
import dev.lamina.model.problem.Nearest;
import dev.lamina.model.problem.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The directories of volumes, which containers name as the source of a bind.
final class VolumePaths {
    private final Map<String, Volume> volumes = new LinkedHashMap<>();
    private final Faults faults;

    VolumePaths(List<Volume> volumes, Faults faults) {
        volumes.forEach(volume -> this.volumes.put(volume.name(), volume));
        this.faults = faults;
    }

    /// The source itself when it is a path, else the directory of the volume of that name.
    ///
    /// @param use `bind` or `mount`
    String resolve(String source, List<String> options, String use, Origin origin) {
        if (source.startsWith("/")) {
            return source;
        }
        @Nullable Volume volume = volumes.get(source);
        if (volume == null) {
            faults.add(
                    origin,
                    "a %s of %s names the unknown volume %s".formatted(use, origin.subject(), Texts.quote(source)),
                    Nearest.hint(source, volumes.keySet())
                            .or(() -> Optional.of("declare it in volumes:, or begin the path with \"/\"")));
            return source;
        }
        if (volume.readonly() && !options.contains("ro")) {
            faults.add(
                    origin,
                    "volume %s is read-only, but a %s of %s does not say ro"
                            .formatted(Texts.shorten(source), use, origin.subject()),
                    Optional.of(use.equals("bind") ? "append \":ro\"" : "add options: [\"ro\"]"));
        }
        return volume.shown();
    }
}
