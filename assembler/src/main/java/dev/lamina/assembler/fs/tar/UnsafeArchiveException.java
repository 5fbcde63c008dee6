package dev.lamina.assembler.fs.tar;

import dev.lamina.model.problem.InputException;

/// An archive with an entry that would land outside of its tree. Honest tools do not make such archives.
public final class UnsafeArchiveException extends InputException {
    private final String archive;
    private final String entry;

    public UnsafeArchiveException(String archive, String entry, String problem) {
        super(
                archive + ": entry \"" + entry + "\" " + problem,
                "the archive may be an attack; do not use it unless you know who made it");
        this.archive = archive;
        this.entry = entry;
    }

    public String archive() {
        return archive;
    }

    /// The name as the archive has it.
    public String entry() {
        return entry;
    }
}
