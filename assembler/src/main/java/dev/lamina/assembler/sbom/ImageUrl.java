package dev.lamina.assembler.sbom;

import dev.lamina.assembler.oci.StoredImage;
import java.util.Locale;
import java.util.Optional;

/// An image's name in its parts.
///
/// @param repository e.g. `docker.io/linuxkit/getty`
record ImageUrl(String repository, Optional<String> tag, String digest, String arch, boolean builtIn) {
    static ImageUrl of(StoredImage image) {
        String name = image.ref().name();
        String plain = name.indexOf('@') > 0 ? name.substring(0, name.indexOf('@')) : name;
        int colon = plain.lastIndexOf(':');
        boolean tagged = colon > plain.lastIndexOf('/');
        return new ImageUrl(
                tagged ? plain.substring(0, colon) : plain,
                tagged ? Optional.of(plain.substring(colon + 1)) : Optional.empty(),
                image.manifestDigest().toString(),
                image.arch().ociName(),
                image.ref().builtIn());
    }

    /// The package URL; built-in images are in no registry.
    String purl() {
        String name = repository.substring(repository.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String url = "pkg:oci/" + Software.encoded(name) + "@" + Software.encoded(digest) + "?arch=" + arch;
        if (!builtIn) {
            url += "&repository_url="
                    + Software.encoded(repository).replace("%2F", "/").replace("%3A", ":");
        }
        return url + tag.map(text -> "&tag=" + Software.encoded(text)).orElse("");
    }
}
