package dev.lamina.assembler.tree;

import java.util.Map;

/// A node of an image tree, without its content.
///
/// @param path relative, `/` between names, no leading or trailing slash, no `.` or `..`; empty for the root itself
/// @param mode permission bits with set-id and sticky bits, no type bits
/// @param mtime seconds since 1970
/// @param size bytes of a file's content, 0 for everything else
/// @param link target of a symbolic link as written, path (in this tree) of a hard link's target, else empty
/// @param xattrs binary values by full name, e.g. `security.capability`
/// @param implied whether it is a directory that nobody described, and that is there only for what is in it
public record TreeEntry(
        String path,
        Kind kind,
        int mode,
        long uid,
        long gid,
        long mtime,
        long size,
        String link,
        int deviceMajor,
        int deviceMinor,
        Map<String, byte[]> xattrs,
        boolean implied) {

    public enum Kind {
        FILE,
        DIRECTORY,
        SYMLINK,
        HARD_LINK,
        CHARACTER_DEVICE,
        BLOCK_DEVICE,
        FIFO
    }

    /// The time LinuxKit gives entries that it makes itself: 2017-04-18T16:30:00Z.
    public static final long MADE_TIME = 1_492_533_000L;

    public TreeEntry {
        xattrs = Map.copyOf(xattrs);
    }

    public TreeEntry(
            String path,
            Kind kind,
            int mode,
            long uid,
            long gid,
            long mtime,
            long size,
            String link,
            int deviceMajor,
            int deviceMinor,
            Map<String, byte[]> xattrs) {
        this(path, kind, mode, uid, gid, mtime, size, link, deviceMajor, deviceMinor, xattrs, false);
    }

    public static TreeEntry directory(String path, int mode) {
        return new TreeEntry(path, Kind.DIRECTORY, mode, 0, 0, MADE_TIME, 0, "", 0, 0, Map.of());
    }

    /// Archives that must name every directory have it as one of root's; a directory that somebody describes wins.
    public static TreeEntry impliedDirectory(String path) {
        return new TreeEntry(path, Kind.DIRECTORY, 0755, 0, 0, MADE_TIME, 0, "", 0, 0, Map.of(), true);
    }

    public static TreeEntry file(String path, int mode, long size) {
        return new TreeEntry(path, Kind.FILE, mode, 0, 0, MADE_TIME, size, "", 0, 0, Map.of());
    }

    public static TreeEntry symlink(String path, String target) {
        return new TreeEntry(path, Kind.SYMLINK, 0777, 0, 0, MADE_TIME, 0, target, 0, 0, Map.of());
    }

    public static TreeEntry hardLink(String path, String targetPath) {
        return new TreeEntry(path, Kind.HARD_LINK, 0644, 0, 0, MADE_TIME, 0, targetPath, 0, 0, Map.of());
    }

    public TreeEntry at(String newPath) {
        return new TreeEntry(
                newPath, kind, mode, uid, gid, mtime, size, link, deviceMajor, deviceMinor, xattrs, implied);
    }

    /// The same with another link.
    public TreeEntry linkedTo(String target) {
        return new TreeEntry(
                path, kind, mode, uid, gid, mtime, size, target, deviceMajor, deviceMinor, xattrs, implied);
    }

    /// The same with other owners.
    public TreeEntry ownedBy(long newUid, long newGid) {
        return new TreeEntry(
                path, kind, mode, newUid, newGid, mtime, size, link, deviceMajor, deviceMinor, xattrs, implied);
    }
}
