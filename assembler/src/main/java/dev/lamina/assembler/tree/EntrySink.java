package dev.lamina.assembler.tree;

import java.io.IOException;
import java.io.InputStream;

/// Takes the entries of a tree one by one: an archive writer, an index, a filter before either.
@FunctionalInterface
public interface EntrySink {

    /// @param content exactly `entry.size()` bytes for a file, empty otherwise; valid during the call only
    void accept(TreeEntry entry, InputStream content) throws IOException;
}
