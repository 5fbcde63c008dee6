package dev.lamina.assembler.sbom;

import dev.lamina.assembler.catalogue.CatalogueImages;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.packages.PackageOrigin;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which packages an image holds: what was noted when it was made of Debian packages, else what the package managers
/// in it say.
public final class InstalledSoftware {
    private static final String DPKG = "var/lib/dpkg/status";
    private static final String DPKG_FOLDER = "var/lib/dpkg/status.d/";
    private static final String APK = "lib/apk/db/installed";
    private static final String APK_MERGED = "usr/lib/apk/db/installed";
    private static final List<String> RELEASES = List.of("etc/os-release", "usr/lib/os-release");

    private final String vendor;
    private final SortedSet<Software> found = new TreeSet<>();

    private InstalledSoftware(String vendor) {
        this.vendor = vendor;
    }

    /// The files of an image that say what is in it.
    public static List<String> files(List<TreeEntry> listing) {
        return listing.stream()
                .filter(entry -> entry.kind() == Kind.FILE && entry.size() > 0)
                .map(TreeEntry::path)
                .filter(path -> isList(path) || RELEASES.contains(path))
                .toList();
    }

    private static boolean isList(String path) {
        return path.equals(DPKG)
                || path.startsWith(DPKG_FOLDER) && !path.endsWith(".md5sums")
                || path.equals(APK)
                || path.equals(APK_MERGED);
    }

    /// What was noted when the image was made.
    public static Optional<SortedSet<Software>> noted(StoredImage image) {
        String note = image.annotations().get(CatalogueImages.ORIGINS);
        if (note == null) {
            return Optional.empty();
        }
        SortedSet<Software> software = new TreeSet<>();
        for (PackageOrigin origin : PackageOrigin.parseAll(note)) {
            software.add(new Software(
                    "deb",
                    "debian",
                    origin.name(),
                    origin.version(),
                    origin.arch(),
                    Optional.of(origin.source()).filter(text -> !text.isEmpty()),
                    Optional.of(origin.sha256()),
                    Optional.empty()));
        }
        return Optional.of(software);
    }

    /// Opens a file of the image.
    @FunctionalInterface
    public interface Opener {
        InputStream open(String path) throws IOException;
    }

    /// @param files as [#files] names them
    public static SortedSet<Software> read(List<String> files, Opener opener) throws IOException {
        InstalledSoftware software = new InstalledSoftware(vendor(files, opener));
        for (String file : files) {
            if (isList(file)) {
                try (InputStream in = opener.open(file)) {
                    Stanzas.read(in).forEach(file.endsWith("/installed") ? software::addApk : software::addDeb);
                }
            }
        }
        return software.found;
    }

    /// The distribution's own name for itself, e.g. `alpine`.
    private static String vendor(List<String> files, Opener opener) throws IOException {
        for (String release : RELEASES) {
            if (files.contains(release)) {
                try (InputStream in = opener.open(release)) {
                    for (String line : new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8).split("\n", -1)) {
                        String id = line.startsWith("ID=") ? line.substring(3).replaceAll("[^a-z0-9_-]", "") : "";
                        if (!id.isEmpty()) {
                            return id;
                        }
                    }
                }
            }
        }
        return "";
    }

    private void addDeb(Map<String, String> stanza) {
        String status = stanza.getOrDefault("Status", "install ok installed");
        if (status.endsWith(" installed")) {
            String source = stanza.getOrDefault("Source", "").replaceFirst(" .*", "");
            add("deb", "debian", new Keys("Package", "Version", "Architecture"), stanza, source, "");
        }
    }

    private void addApk(Map<String, String> stanza) {
        String source = stanza.getOrDefault("o", "");
        add("apk", "alpine", new Keys("P", "V", "A"), stanza, source, stanza.getOrDefault("L", ""));
    }

    /// What a package manager calls these.
    private record Keys(String name, String version, String arch) {}

    /// @param usual the vendor where the image does not say who it is
    private void add(String type, String usual, Keys keys, Map<String, String> stanza, String source, String licence) {
        String name = stanza.getOrDefault(keys.name(), "");
        String version = stanza.getOrDefault(keys.version(), "");
        if (name.isEmpty() || version.isEmpty()) {
            return;
        }
        found.add(new Software(
                type,
                vendor.isEmpty() ? usual : vendor,
                name,
                version,
                stanza.getOrDefault(keys.arch(), ""),
                Optional.of(source).filter(text -> !text.isEmpty() && !text.equals(name)),
                Optional.empty(),
                Optional.of(licence).filter(Licences::isExpression)));
    }
}
