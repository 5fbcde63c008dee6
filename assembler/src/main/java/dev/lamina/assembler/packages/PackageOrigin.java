package dev.lamina.assembler.packages;

import dev.lamina.model.value.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which Debian package something was taken from, as images note it in an annotation.
///
/// @param arch of the package's file, `all` for every one
/// @param source the name of the package of sources; may be empty
public record PackageOrigin(String name, String version, String arch, String source, Digest sha256) {
    /// `NAME=VERSION SHA256 SOURCE/ARCH`, with commas between packages.
    private static final Pattern NOTE = Pattern.compile(
            "([a-z0-9][a-z0-9+.-]{0,127})=([A-Za-z0-9.+~:-]{1,127}) ([0-9a-f]{64}) ([a-z0-9+.-]{0,127})/([a-z0-9-]{1,31})");

    /// The place in Debian's archive has the name of the sources, and the file's name the architecture.
    static PackageOrigin of(PackagePin pin) {
        String[] folders = pin.path().split("/", -1);
        String file = folders[folders.length - 1];
        String ending = file.substring(file.lastIndexOf('_') + 1);
        return new PackageOrigin(
                pin.name(),
                pin.version(),
                ending.endsWith(".deb") && !ending.equals(file)
                        ? ending.substring(0, ending.length() - ".deb".length())
                        : pin.arch().ociName(),
                folders.length > 2 ? folders[folders.length - 2] : "",
                pin.sha256());
    }

    private String note() {
        return name + "=" + version + " " + sha256.hex() + " " + source + "/" + arch;
    }

    /// What [#parseAll] reads back.
    public static String note(Collection<PackagePin> pins) {
        return pins.stream().map(pin -> of(pin).note()).sorted().collect(Collectors.joining(","));
    }

    /// Leaves out what is no note: annotations of images may say anything.
    public static List<PackageOrigin> parseAll(String notes) {
        List<PackageOrigin> origins = new ArrayList<>();
        for (String note : notes.split(",", -1)) {
            Matcher parts = NOTE.matcher(note);
            if (parts.matches()) {
                origins.add(new PackageOrigin(
                        parts.group(1), parts.group(2), parts.group(5), parts.group(4), new Digest(parts.group(3))));
            }
        }
        return origins;
    }
}
