package dev.lamina.model.check;

import java.util.Map;
import java.util.Set;

/// What is known of the kernel image.
///
/// @param release e.g. `6.1.0-25-cloud-amd64`
/// @param modules names of the modules that can be loaded, with `_` for each `-`
/// @param builtIn names of those that are part of the kernel itself, in the same form
/// @param config the kernel's configuration by key, e.g. `CONFIG_VIRTIO` to `y`; empty when it is not known
public record KernelFacts(String release, Set<String> modules, Set<String> builtIn, Map<String, String> config) {
    public KernelFacts {
        modules = Set.copyOf(modules);
        builtIn = Set.copyOf(builtIn);
        config = Map.copyOf(config);
    }

    /// The form of a module's name that files and programs agree on.
    public static String moduleName(String text) {
        return text.replace('-', '_');
    }
}
