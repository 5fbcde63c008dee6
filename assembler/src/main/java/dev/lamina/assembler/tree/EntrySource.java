package dev.lamina.assembler.tree;

import java.io.IOException;

/// Something that can send a tree's entries, in the same order each time, without holding the tree in memory.
@FunctionalInterface
public interface EntrySource {
    void streamTo(EntrySink sink) throws IOException;
}
