package dev.lamina.assembler.part;

import dev.lamina.assembler.tree.TreeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What LinuxKit does to the files of each image: some are left out, some are always there, whatever the image says.
enum Touches {
    /// Containers get a note where name servers would be; a bind brings the real ones.
    CONTAINER,
    /// The root and volumes point to where the network's configuration puts them.
    ROOT;

    /// Always there, of root's, whatever the image says.
    static final List<String> DIRECTORIES = List.of("dev", "dev/pts", "dev/shm", "etc", "proc", "sys");

    private static final Set<String> DROPPED = Set.of(".dockerenv", "Dockerfile", "dev/console", "etc/hostname");

    private static final String HOSTS = """
            127.0.0.1       localhost
            ::1     localhost ip6-localhost ip6-loopback
            fe00::0 ip6-localnet
            ff00::0 ip6-mcastprefix
            ff02::1 ip6-allnodes
            ff02::2 ip6-allrouters
            """;

    private static final String NO_RESOLVER = "\n# no resolv.conf configured\n";

    /// @param content of a file
    record Touch(TreeEntry entry, Optional<Content> content) {
        static Touch directory(String path) {
            return new Touch(TreeEntry.directory(path, 0755), Optional.empty());
        }

        static Touch symlink(String path, String target) {
            return new Touch(TreeEntry.symlink(path, target), Optional.empty());
        }

        static Touch file(String path, String text) {
            Content content = Content.of(text);
            return new Touch(TreeEntry.file(path, 0644, content.size()), Optional.of(content));
        }
    }

    static boolean isDropped(TreeEntry entry) {
        return DROPPED.contains(entry.path());
    }

    /// @param mtabThere whether the image brings an `etc/mtab`, which then stays
    List<Touch> entries(boolean mtabThere) {
        List<Touch> entries = new ArrayList<>();
        DIRECTORIES.forEach(path -> entries.add(Touch.directory(path)));
        entries.add(Touch.file("etc/hosts", HOSTS));
        if (!mtabThere) {
            entries.add(Touch.symlink("etc/mtab", "/proc/mounts"));
        }
        entries.add(
                this == CONTAINER
                        ? Touch.file("etc/resolv.conf", NO_RESOLVER)
                        : Touch.symlink("etc/resolv.conf", "/run/resolvconf/resolv.conf"));
        return entries;
    }
}
