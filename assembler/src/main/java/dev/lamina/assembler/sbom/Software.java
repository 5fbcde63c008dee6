package dev.lamina.assembler.sbom;

import dev.lamina.model.value.Digest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A package of a distribution that is in an image, as far as is known.
///
/// @param type in package URLs, e.g. `deb`
/// @param vendor who made it, e.g. `debian`
/// @param arch in the words of the distribution; may be empty
/// @param source the package of sources that it was built from, when that is known
/// @param sha256 of the package's file
/// @param licence an SPDX expression, when one is known
public record Software(
        String type,
        String vendor,
        String name,
        String version,
        String arch,
        Optional<String> source,
        Optional<Digest> sha256,
        Optional<String> licence)
        implements Comparable<Software> {

    /// The package URL: https://github.com/package-url/purl-spec.
    String purl() {
        return "pkg:" + type + "/" + encoded(vendor) + "/" + encoded(name) + "@" + encoded(version)
                + (arch.isEmpty() ? "" : "?arch=" + encoded(arch));
    }

    /// Percent-encoded, as package URLs want it.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
    }

    @Override
    public int compareTo(Software other) {
        int byPurl = purl().compareTo(other.purl());
        return byPurl != 0 ? byPurl : toString().compareTo(other.toString());
    }
}
