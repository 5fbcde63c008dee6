package dev.lamina.model.mount;

import java.util.List;

/// What an init mounts in the root.
public record RootMount(String target, String type, String source, List<String> options) {
    public RootMount {
        options = List.copyOf(options);
    }

    /// Whether it is empty at boot, so that it hides what the image has at its target.
    public boolean fresh() {
        return type.equals("tmpfs");
    }
}
