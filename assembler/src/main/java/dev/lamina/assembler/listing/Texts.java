package dev.lamina.assembler.listing;

import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The files of a system that people want to read when they differ.
final class Texts {
    private static final Pattern NAMES = Pattern.compile("containers/[^/]+/[^/]+/(config|runtime)\\.json|boot/cmdline");

    /// What a container is told takes some kilobytes.
    private static final int LARGEST = 1 << 20;

    private Texts() {}

    static boolean isWanted(TreeEntry entry) {
        return entry.kind() == Kind.FILE
                && entry.size() <= LARGEST
                && NAMES.matcher(entry.path()).matches();
    }

    static String read(InputStream content) throws IOException {
        return new String(content.readNBytes(LARGEST), StandardCharsets.UTF_8);
    }
}
