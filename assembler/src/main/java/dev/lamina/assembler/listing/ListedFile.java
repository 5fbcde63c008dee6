package dev.lamina.assembler.listing;

import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.value.Digest;
import java.util.Optional;

/// An entry of a system's tree, with its component and the digest of its content.
///
/// @param path relative, `/` between names; what boots the system is below `boot/`
/// @param component as [dev.lamina.assembler.size.SizeReport.Row] names it, e.g. `services getty`
/// @param mode permission bits with set-id and sticky bits
/// @param mtime seconds since 1970
/// @param size bytes of a file's content, 0 for everything else
/// @param stored the part of `size` after compression; an estimate where files are compressed together
/// @param link target of a symbolic or hard link, numbers of a device (`1:3`), else empty
/// @param content of a file; empty for everything else
public record ListedFile(
        String path,
        String component,
        Kind kind,
        int mode,
        long uid,
        long gid,
        long mtime,
        long size,
        long stored,
        String link,
        Optional<Digest> content) {

    public boolean isFile() {
        return kind == Kind.FILE;
    }

    /// Whether it is no part of the ramdisk, but what boots the system.
    boolean isBeside() {
        return path.startsWith("boot/");
    }

    ListedFile of(String otherComponent) {
        return new ListedFile(path, otherComponent, kind, mode, uid, gid, mtime, size, stored, link, content);
    }

    ListedFile stored(long bytes) {
        return new ListedFile(path, component, kind, mode, uid, gid, mtime, size, bytes, link, content);
    }
}
