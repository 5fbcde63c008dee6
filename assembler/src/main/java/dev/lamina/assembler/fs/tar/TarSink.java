package dev.lamina.assembler.fs.tar;

import dev.lamina.assembler.tree.TreeEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/// Takes the entries of a tar with those of their PAX records that are not part of a [TreeEntry], such as
/// `LINUXKIT.source`.
@FunctionalInterface
public interface TarSink {
    void accept(TreeEntry entry, Map<String, String> records, InputStream content) throws IOException;
}
