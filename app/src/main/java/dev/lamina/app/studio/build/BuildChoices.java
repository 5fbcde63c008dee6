package dev.lamina.app.studio.build;

import dev.lamina.app.operation.Formats;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.value.Arch;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How a document is to be built.
///
/// @param formats at least one, in the order of [Formats#names]
/// @param name the first part of the names of the files
/// @param folder absolute
record BuildChoices(List<String> formats, Arch arch, String name, Path folder, CompressionLevel compression) {
    /// What the name of a file can begin with everywhere.
    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.+-]{0,99}";

    private static final String USUAL_FORMAT = "kernel+initrd";
    private static final String USUAL_NAME = "system";

    BuildChoices {
        Set<String> wanted = new LinkedHashSet<>(formats);
        formats = Formats.names().stream().filter(wanted::contains).toList();
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("nothing to build");
        }
    }

    /// What fits without asking.
    ///
    /// @param title of the document, e.g. `web.yml`
    static BuildChoices usual(String title, Arch arch, Path folder) {
        return new BuildChoices(List.of(USUAL_FORMAT), arch, nameOf(title), folder, CompressionLevel.DEFAULT);
    }

    private static String nameOf(String title) {
        int dot = title.lastIndexOf('.');
        String name = (dot > 0 ? title.substring(0, dot) : title).replaceAll("[^A-Za-z0-9_.+-]", "-");
        return isName(name) ? name : USUAL_NAME;
    }

    static boolean isName(String text) {
        return text.matches(NAME);
    }

    boolean has(String format) {
        return formats.contains(format);
    }

    /// With a format or without it; the last one stays.
    BuildChoices withFormat(String format, boolean wanted) {
        Set<String> now = new LinkedHashSet<>(formats);
        boolean changed = wanted ? now.add(format) : now.size() > 1 && now.remove(format);
        return changed ? new BuildChoices(List.copyOf(now), arch, name, folder, compression) : this;
    }

    BuildChoices withArch(Arch other) {
        return new BuildChoices(formats, other, name, folder, compression);
    }

    BuildChoices withName(String other) {
        return new BuildChoices(formats, arch, other, folder, compression);
    }

    BuildChoices withFolder(Path other) {
        return new BuildChoices(formats, arch, name, other, compression);
    }

    BuildChoices withCompression(CompressionLevel other) {
        return new BuildChoices(formats, arch, name, folder, other);
    }
}
