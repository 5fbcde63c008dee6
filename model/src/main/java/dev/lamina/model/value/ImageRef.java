package dev.lamina.model.value;

/// An image reference in its full form, e.g. `docker.io/linuxkit/getty:1f8f` for `linuxkit/getty:1f8f`.
///
/// Names beginning with `lamina/` are Lamina's own catalogue and stay as they are.
///
/// @param name what names the image in stores and in the tar's `LINUXKIT.source` record
public record ImageRef(String name) {
    private static final String BUILT_IN = "lamina/";

    public ImageRef {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an image reference may not be empty");
        }
    }

    /// Expands as LinuxKit does: no slash means `docker.io/library/`, one slash after a plain word means `docker.io/`.
    public static ImageRef parse(String text) {
        if (text.startsWith(BUILT_IN)) {
            return new ImageRef(text);
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new ImageRef("docker.io/library/" + text);
        }
        String first = text.substring(0, slash);
        boolean oneSlash = text.indexOf('/', slash + 1) < 0;
        boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
        return new ImageRef(oneSlash && !host ? "docker.io/" + text : text);
    }

    /// Whether the image comes from the embedded catalogue.
    public boolean builtIn() {
        return name.startsWith(BUILT_IN);
    }

    /// The catalogue's component name, e.g. `getty` for `lamina/getty`.
    public String component() {
        return name.substring(BUILT_IN.length());
    }

    @Override
    public String toString() {
        return name;
    }
}
