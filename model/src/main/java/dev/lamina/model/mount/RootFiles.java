package dev.lamina.model.mount;

import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.check.ImageFiles.Entry;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.value.ImageRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the image has in its root, which is read-only while the system runs: init images, the kernel's modules,
/// `files`, volumes.
final class RootFiles {
    /// Below these the programs and settings of init images are. What else known ones have is in the tables.
    static final Set<String> SYSTEM =
            Set.of("bin", "boot", "etc", "lib", "lib32", "lib64", "libexec", "sbin", "usr", "init");

    /// Of Alpine's base layout, which `linuxkit/init` is made from, and of `lamina/init`'s description.
    private static final Map<InitKind, Set<String>> DIRECTORIES = Map.of(
            InitKind.LINUXKIT,
            Set.of(
                    "/home",
                    "/media",
                    "/media/cdrom",
                    "/media/floppy",
                    "/media/usb",
                    "/mnt",
                    "/opt",
                    "/root",
                    "/srv",
                    "/proc",
                    "/sys",
                    "/dev",
                    "/run",
                    "/tmp",
                    "/var",
                    "/bin",
                    "/etc",
                    "/lib",
                    "/sbin",
                    "/usr"),
            InitKind.LAMINA,
            Set.of(
                    "/mnt",
                    "/root",
                    "/root/.ssh",
                    "/proc",
                    "/sys",
                    "/dev",
                    "/run",
                    "/tmp",
                    "/var",
                    "/bin",
                    "/etc",
                    "/etc/init.d",
                    "/etc/modules-load.d",
                    "/etc/shutdown.d",
                    "/lib",
                    "/lib/modules",
                    "/sbin",
                    "/usr"));

    /// What each image is given when it is laid into the tree.
    private static final Set<String> ALWAYS =
            Set.of("/dev", "/dev/pts", "/dev/shm", "/etc", "/etc/hosts", "/proc", "/sys", "/containers");

    /// Which of these are links in init images.
    private static final Map<String, String> LINKS =
            Map.of("/etc/resolv.conf", "/run/resolvconf/resolv.conf", "/etc/mtab", "/proc/mounts");

    private final SystemView system;
    private final InitKind init;
    private final FilesIndex files;

    /// The known files of the init images; later ones lie over earlier ones.
    private final List<Map<String, Entry>> lastFirst;

    RootFiles(SystemView system, InitKind init, FilesIndex files) {
        this.system = system;
        this.init = init;
        this.files = files;
        this.lastFirst = system.composition().init().reversed().stream()
                .map(image -> system.image(image).flatMap(ImageFacts::files))
                .flatMap(Optional::stream)
                .map(ImageFiles::entries)
                .toList();
    }

    /// The directories that the images of an init have for sure.
    static Set<String> knownDirectories(InitKind init) {
        return Stream.concat(DIRECTORIES.getOrDefault(init, Set.of()).stream(), ALWAYS.stream())
                .collect(Collectors.toSet());
    }

    /// @param path clean, links followed
    Presence at(String path) {
        Optional<Integer> file = files.find(path);
        if (file.isPresent()) {
            return Presence.present("files[" + file.get() + "]");
        }
        if (path.equals("/") || ALWAYS.contains(path)) {
            return Presence.present("every image");
        }
        if (GuestPaths.within(path, "/containers")) {
            return volume(path);
        }
        Optional<Integer> maybe = files.mayFind(path);
        return maybe.isPresent() ? Presence.unknown("files[" + maybe.get() + "]") : inImages(path);
    }

    private Presence volume(String path) {
        String[] names = path.split("/");
        boolean volumes = names.length > 2 && names[2].equals("volumes");
        if (!volumes || names.length > 5) {
            return Presence.unknown("the bundles of containers");
        }
        boolean declared = names.length == 3
                || system.composition().volumes().stream()
                        .anyMatch(volume -> volume.name().equals(names[3]));
        return declared ? Presence.present("volumes") : Presence.ABSENT;
    }

    private Presence inImages(String path) {
        boolean all = true;
        for (ImageRef image : system.composition().init()) {
            Optional<ImageFiles> known = system.image(image).flatMap(ImageFacts::files);
            if (known.isPresent() && known.get().find(path).isPresent()) {
                return Presence.present(image.name());
            }
            all &= known.isPresent();
        }
        if (!all && DIRECTORIES.getOrDefault(init, Set.of()).contains(path)) {
            return Presence.present(init.words());
        }
        String top = path.split("/")[1];
        if (kernelMayHave(path)) {
            return Presence.unknown("the kernel's modules");
        }
        return all || onlyKnownInits() && !SYSTEM.contains(top) && layoutKnown(top)
                ? Presence.ABSENT
                : Presence.unknown("the files of the init images");
    }

    private boolean kernelMayHave(String path) {
        return system.composition().kernel().image().isPresent()
                && Stream.of("/lib", "/usr/lib", "/boot").anyMatch(directory -> GuestPaths.within(path, directory));
    }

    /// LinuxKit's init has many versions: only of the directories of its base layout it is sure that they are empty.
    private boolean layoutKnown(String top) {
        return init == InitKind.LAMINA
                || DIRECTORIES.getOrDefault(init, Set.of()).contains("/" + top);
    }

    private boolean onlyKnownInits() {
        return system.composition().init().stream()
                .allMatch(image -> KnownPackages.knownInit(image)
                        || system.image(image).flatMap(ImageFacts::files).isPresent());
    }

    /// The target of a symbolic link of the root.
    @Nullable
    String link(String path) {
        @Nullable String target = files.link(path);
        if (target != null || files.find(path).isPresent()) {
            return target;
        }
        if (LINKS.containsKey(path)) {
            return LINKS.get(path);
        }
        for (Map<String, Entry> image : lastFirst) {
            @Nullable Entry entry = image.get(path.substring(1));
            if (entry != null) {
                return entry.kind() == ImageFiles.Kind.SYMLINK ? entry.target() : null;
            }
        }
        return null;
    }
}
