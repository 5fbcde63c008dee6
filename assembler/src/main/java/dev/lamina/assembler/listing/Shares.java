package dev.lamina.assembler.listing;

/// Shares the bytes of an archive out among its files by their sizes. What rounding leaves comes to a later file, so
/// that all shares together are the archive.
final class Shares {
    private final long archive;
    private final long content;
    private long handled;
    private long given;

    /// @param archive bytes, compressed
    /// @param content bytes of all its files
    Shares(long archive, long content) {
        this.archive = archive;
        this.content = content;
    }

    /// The share of the next file.
    long next(long size) {
        handled += size;
        long upTo = content == 0 ? 0 : handled == content ? archive : Math.round((double) archive * handled / content);
        long share = Math.max(0, upTo - given);
        given += share;
        return share;
    }

    /// What no file got: everything when there is none, or none with content.
    long left() {
        return archive - given;
    }
}
