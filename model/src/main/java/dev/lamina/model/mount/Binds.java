package dev.lamina.model.mount;

import dev.lamina.model.ContainerSpec.Mount;
import java.util.List;

/// What the options of a mount say.
public final class Binds {
    private Binds() {}

    public static boolean isBind(Mount mount) {
        return mount.type().equals("bind")
                || mount.options().contains("bind")
                || mount.options().contains("rbind");
    }

    /// The last of `ro` and `rw` counts.
    public static boolean writable(Mount mount) {
        return mount.options().lastIndexOf("ro") <= mount.options().lastIndexOf("rw")
                && !mount.options().contains("rro");
    }

    /// Whether what is mounted below the source comes along.
    public static boolean recursive(Mount mount) {
        return mount.options().contains("rbind");
    }

    /// A bind of `binds` as the text of the document has it: `source:destination[:options]`.
    ///
    /// @param options empty when there are none
    public record Text(String source, String destination, List<String> options) {}

    public static Text parse(String text) {
        String[] parts = text.split(":", 3);
        return new Text(
                parts[0],
                parts.length > 1 ? parts[1] : "",
                parts.length > 2 ? List.of(parts[2].split(",")) : List.of());
    }
}
