package dev.lamina.model.mount;

import java.util.List;

/// What an init mounts in the root.
///
/// @param optional whether a kernel that lacks the file system is no error
public record RootMount(String target, String type, String source, List<String> options, boolean optional) {
    public RootMount {
        options = List.copyOf(options);
    }

    static RootMount of(String target, String type, String source, String options) {
        return new RootMount(target, type, source, List.of(options.split(",")), false);
    }

    static RootMount ifPossible(String target, String type, String source, String options) {
        return new RootMount(target, type, source, List.of(options.split(",")), true);
    }

    /// Whether it is empty at boot, so that it hides what the image has at its target.
    public boolean fresh() {
        return type.equals("tmpfs");
    }
}
