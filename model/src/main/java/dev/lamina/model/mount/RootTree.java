package dev.lamina.model.mount;

import dev.lamina.model.FileEntry;
import dev.lamina.model.Volume;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.value.ImageRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What exists in the root of a running system, as far as the composition and the facts tell: what is certainly there,
/// what certainly not, and what depends on something that is not known. Get it by `system.derived(RootTree.class,
/// RootTree::of)`.
public final class RootTree {
    /// Where runtimes keep what they know of containers.
    private static final List<String> RUNTIMES = List.of("/run/crun", "/run/runc", "/run/runtime");

    /// What it makes when it starts.
    private static final List<String> CONTAINERD = List.of("/run/containerd", "/var/lib/containerd");

    private final InitKind init;
    private final RootSetup setup;
    private final RootFiles files;
    private final FilesIndex entries;

    private final RealPaths reals;

    /// As in [ContainerEffects].
    private final Deeds prepared = new Deeds();

    private final Deeds made = new Deeds();
    private final Deeds mounted = new Deeds();
    private final Deeds writes = new Deeds();

    private final Set<String> blankVolumes;

    /// Whether start scripts of the init may make anything in the file systems that are in memory.
    private final Optional<String> scripts;

    /// Whether containerd is started before the services.
    private final boolean containerd;

    /// Whether there is more than could be kept.
    private final boolean overfull;

    private RootTree(SystemView system) {
        this.init = InitKind.of(system.composition());
        this.setup = RootSetup.of(init);
        this.entries = FilesIndex.of(system.composition().files(), system.facts());
        this.files = new RootFiles(system, init, entries);
        this.reals = new RealPaths(setup, files);
        this.blankVolumes = system.composition().volumes().stream()
                .filter(volume -> volume.image().isEmpty())
                .map(Volume::shown)
                .collect(Collectors.toSet());
        this.scripts = scripts(system);
        this.containerd = system.composition().init().stream()
                .anyMatch(image -> image.repository().endsWith("/containerd"));
        for (ContainerView container : system.containers()) {
            ContainerEffects effects = ContainerEffects.of(container);
            effects.prepared().forEach(path -> prepared.add(parents(path), container));
            effects.made().forEach(path -> made.add(parents(path), container));
            effects.mounted().forEach(path -> mounted.add(List.of(real(path)), container));
            effects.writes().forEach(path -> writes.add(List.of(real(path)), container));
        }
        this.overfull =
                entries.overfull() || Stream.of(prepared, made, mounted, writes).anyMatch(Deeds::overfull);
    }

    public static RootTree of(SystemView system) {
        return new RootTree(system);
    }

    public InitKind init() {
        return init;
    }

    /// What the init mounts, in this order; empty when the init is not known.
    public List<RootMount> mounts() {
        return setup.mounts();
    }

    /// The innermost mount of the init that holds a path.
    public Optional<RootMount> holding(String path) {
        return setup.holding(real(path));
    }

    /// What is there when a container is started.
    public Presence at(String path, ContainerView started) {
        String real = real(path);
        if (!init.known()) {
            return Presence.unknown("the init");
        }
        if (isTooMuch(real)) {
            return Presence.unknown("more than is looked at");
        }
        Presence prepared = prepared(real, started);
        if (prepared.present()) {
            return prepared;
        }
        Optional<ContainerView> disk = mounted.before(GuestPaths.upwards(real), started);
        if (disk.isPresent()) {
            return Presence.unknown(disk.get().words());
        }
        Optional<RootMount> mount = setup.holding(real);
        if (mount.isEmpty()) {
            return files.at(real);
        }
        if (mount.get().target().equals(real) || setup.made().contains(real)) {
            return Presence.present(init.words());
        }
        if (RUNTIMES.stream().anyMatch(directory -> GuestPaths.within(real, directory))) {
            return Presence.unknown("the runtime");
        }
        if (containerd && CONTAINERD.stream().anyMatch(directory -> GuestPaths.within(real, directory))) {
            return Presence.present("containerd");
        }
        return mount.get().fresh() ? inMemory(real, started, prepared) : Presence.unknown("the kernel");
    }

    /// In a file system that is empty at first.
    private Presence inMemory(String real, ContainerView started, Presence prepared) {
        Optional<ContainerView> maker = made.before(List.of(real), started);
        if (maker.isPresent()) {
            return Moment.precedes(maker.get(), started)
                    ? Presence.present(maker.get().words())
                    : Presence.unknown(maker.get().words());
        }
        if (prepared.state() == Presence.State.UNKNOWN) {
            return prepared;
        }
        return writes.before(GuestPaths.upwards(real), started)
                .map(deed -> Presence.unknown(deed.words()))
                .or(() -> scripts.map(Presence::unknown))
                .orElse(Presence.ABSENT);
    }

    private Presence prepared(String real, ContainerView started) {
        for (ContainerView deed : prepared.at(real)) {
            if (Moment.same(deed, started) || Moment.precedes(deed, started)) {
                return Presence.present("runtime of " + deed.words());
            }
        }
        return prepared.before(List.of(real), started)
                .map(deed -> Presence.unknown("runtime of " + deed.words()))
                .orElse(Presence.ABSENT);
    }

    /// Whether the entry of `files` at a path cannot be seen, as something is mounted over it.
    public Optional<RootMount> hiding(FileEntry file) {
        return setup.holding(real(file.path()));
    }

    /// What the read-only root has at a path, which nobody can add to while the system runs. Unknown when something is
    /// mounted there.
    public Presence inRoot(String path, ContainerView started) {
        String real = real(path);
        if (!init.known()
                || isTooMuch(real)
                || setup.holding(real).isPresent()
                || mounted.before(GuestPaths.upwards(real), started).isPresent()) {
            return Presence.unknown("what is mounted there");
        }
        return files.at(real);
    }

    /// Whether a directory of a file system in memory is made at boot, by the init or a container.
    public boolean madeAtBoot(String path) {
        String real = real(path);
        return setup.made().contains(real)
                || setup.byTarget().containsKey(real)
                || prepared.has(real)
                || made.has(real)
                || mounted.has(real);
    }

    /// Whether a path is that of a volume without an image, which is empty at boot.
    public boolean blankVolume(String path) {
        return blankVolumes.contains(GuestPaths.clean(path));
    }

    /// The entry of `files` that provides a path, whether it can be seen or not.
    public Optional<Integer> fileAt(String path) {
        return entries.find(GuestPaths.clean(path)).or(() -> entries.find(real(path)));
    }

    /// The source of an optional file that is missing, and so is the path.
    public Optional<String> missingSource(String path) {
        return entries.missingSource(GuestPaths.clean(path));
    }

    /// A path without symbolic links, as far as they are known.
    public String real(String path) {
        return reals.of(path);
    }

    /// Whether nothing is said of a path.
    private boolean isTooMuch(String real) {
        return overfull || GuestPaths.excessive(real);
    }

    private List<String> parents(String path) {
        return GuestPaths.downwards(real(path));
    }

    private static Optional<String> scripts(SystemView system) {
        boolean own = system.composition().files().stream()
                .anyMatch(file -> GuestPaths.within(GuestPaths.clean(file.path()), "/etc/init.d"));
        return own
                ? Optional.of("files in /etc/init.d")
                : system.composition().init().stream()
                        .filter(image -> !KnownPackages.knownInit(image) && mayHaveScripts(system, image))
                        .map(ImageRef::name)
                        .findFirst();
    }

    private static boolean mayHaveScripts(SystemView system, ImageRef image) {
        return system.image(image)
                .flatMap(ImageFacts::files)
                .map(files -> files.entries().keySet().stream().anyMatch(path -> path.startsWith("etc/init.d/")))
                .orElse(true);
    }
}
