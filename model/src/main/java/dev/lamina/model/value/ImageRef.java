package dev.lamina.model.value;

import java.util.Optional;
import java.util.stream.Stream;

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

    /// As people write it, e.g. `nginx:1.27`: without the registry that everybody means. [#parse] makes the
    /// same image of it.
    public String familiar() {
        return Stream.of("docker.io/library/", "docker.io/")
                .filter(name::startsWith)
                .map(prefix -> name.substring(prefix.length()))
                .filter(brief -> !brief.isBlank() && parse(brief).equals(this))
                .findFirst()
                .orElse(name);
    }

    /// What pins the image exactly: `sha256:…` behind an `@`.
    public Optional<Digest> digest() {
        int at = name.lastIndexOf('@');
        try {
            return at < 0 ? Optional.empty() : Optional.of(Digest.parse(name.substring(at + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What stands behind the repository, e.g. `1.27`.
    public Optional<String> tag() {
        String plain = withoutDigest().name;
        int colon = plain.lastIndexOf(':');
        return colon > plain.lastIndexOf('/') ? Optional.of(plain.substring(colon + 1)) : Optional.empty();
    }

    /// The name alone, e.g. `docker.io/library/nginx`.
    public String repository() {
        String plain = withoutDigest().name;
        return tag().map(tag -> plain.substring(0, plain.length() - tag.length() - 1))
                .orElse(plain);
    }

    public ImageRef withoutDigest() {
        return digest().isPresent() ? new ImageRef(name.substring(0, name.lastIndexOf('@'))) : this;
    }

    /// With the tag `latest` if there is no tag, without it if that is the tag: they mean the same.
    public ImageRef otherSpelling() {
        Optional<String> tag = tag();
        if (tag.isEmpty()) {
            return new ImageRef(name + ":latest");
        }
        return tag.get().equals("latest") ? new ImageRef(repository()) : this;
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
