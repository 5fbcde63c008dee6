package dev.lamina.model.mount;

import dev.lamina.model.FileEntry;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.value.ImageRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What exists in the root of a running system, as far as the composition and the facts tell: what is certainly there,
/// what certainly not, and what depends on something that is not known. Get it by `system.derived(RootTree.class,
/// RootTree::of)`.
public final class RootTree {
    /// As many as Linux follows.
    private static final int MOST_LINKS = 40;

    /// Paths of one kind. Real systems have less than a thousand.
    private static final int MOST = 200_000;

    /// Where runtimes keep what they know of containers.
    private static final List<String> RUNTIMES = List.of("/run/crun", "/run/runc", "/run/runtime");

    /// What it makes when it starts.
    private static final List<String> CONTAINERD = List.of("/run/containerd", "/var/lib/containerd");

    private final InitKind init;
    private final RootSetup setup;
    private final RootFiles files;
    private final FilesIndex entries;

    /// Who provides a path, and how; each list in the order of the boot.
    private final Map<String, List<ContainerView>> prepared = new HashMap<>();

    private final Map<String, List<ContainerView>> made = new HashMap<>();
    private final Map<String, List<ContainerView>> mounted = new HashMap<>();
    private final Map<String, List<ContainerView>> writes = new HashMap<>();

    private final Set<String> blankVolumes;

    /// Whether there is more than could be kept.
    private boolean overfull;

    /// What was asked for already.
    private final Map<String, String> reals = new HashMap<>();

    /// Whether start scripts of the init may make anything in the file systems that are in memory.
    private final Optional<String> scripts;

    /// Whether containerd is started before the services.
    private final boolean containerd;

    private RootTree(SystemView system) {
        this.init = InitKind.of(system.composition());
        this.setup = RootSetup.of(init);
        this.entries = FilesIndex.of(system.composition().files(), system.facts());
        this.files = new RootFiles(system, init, entries);
        this.blankVolumes = system.composition().volumes().stream()
                .filter(volume -> volume.image().isEmpty())
                .map(volume -> "/containers/volumes/" + volume.name() + (volume.readonly() ? "/lower" : "/merged"))
                .collect(Collectors.toSet());
        this.scripts = scripts(system);
        this.containerd = system.composition().init().stream()
                .anyMatch(image -> image.repository().endsWith("/containerd"));
        for (ContainerView container : system.containers()) {
            ContainerEffects effects = ContainerEffects.of(container);
            effects.prepared().forEach(path -> add(prepared, parents(path), container));
            effects.made().forEach(path -> add(made, parents(path), container));
            effects.mounted().forEach(path -> add(mounted, List.of(real(path)), container));
            effects.writes().forEach(path -> add(writes, List.of(real(path)), container));
        }
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
        if (GuestPaths.excessive(real) || overfull || entries.overfull()) {
            return Presence.unknown("more than is looked at");
        }
        Presence prepared = prepared(real, started);
        if (prepared.present()) {
            return prepared;
        }
        Optional<ContainerView> disk = before(mounted, GuestPaths.upwards(real), started);
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
        Optional<ContainerView> maker = before(made, List.of(real), started);
        if (maker.isPresent()) {
            return Moment.precedes(maker.get(), started)
                    ? Presence.present(maker.get().words())
                    : Presence.unknown(maker.get().words());
        }
        if (prepared.state() == Presence.State.UNKNOWN) {
            return prepared;
        }
        return before(writes, GuestPaths.upwards(real), started)
                .map(deed -> Presence.unknown(deed.words()))
                .or(() -> scripts.map(Presence::unknown))
                .orElse(Presence.ABSENT);
    }

    private Presence prepared(String real, ContainerView started) {
        List<ContainerView> deeds = prepared.getOrDefault(real, List.of());
        for (ContainerView deed : deeds) {
            if (Moment.same(deed, started) || Moment.precedes(deed, started)) {
                return Presence.present("runtime of " + deed.words());
            }
        }
        return before(prepared, List.of(real), started)
                .map(deed -> Presence.unknown("runtime of " + deed.words()))
                .orElse(Presence.ABSENT);
    }

    /// The first other container that may do it to one of the paths before `started` is started.
    private static Optional<ContainerView> before(
            Map<String, List<ContainerView>> deeds, List<String> paths, ContainerView started) {
        for (String path : paths) {
            for (ContainerView deed : deeds.getOrDefault(path, List.of())) {
                if (!Moment.same(deed, started) && Moment.mayPrecede(deed, started)) {
                    return Optional.of(deed);
                }
                if (Moment.of(deed) > Moment.of(started)) {
                    break;
                }
            }
        }
        return Optional.empty();
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
                || GuestPaths.excessive(real)
                || overfull
                || entries.overfull()
                || setup.holding(real).isPresent()
                || before(mounted, GuestPaths.upwards(real), started).isPresent()) {
            return Presence.unknown("what is mounted there");
        }
        return files.at(real);
    }

    /// Whether a directory of a file system in memory is made at boot, by the init or a container.
    public boolean madeAtBoot(String path) {
        String real = real(path);
        return setup.made().contains(real)
                || setup.byTarget().containsKey(real)
                || prepared.containsKey(real)
                || made.containsKey(real)
                || mounted.containsKey(real);
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
        @Nullable String known = reals.get(path);
        if (known == null) {
            known = real(path, MOST_LINKS);
            reals.put(path, known);
        }
        return known;
    }

    private String real(String path, int links) {
        String clean = GuestPaths.clean(path);
        if (GuestPaths.excessive(clean)) {
            return clean;
        }
        boolean mounted = false;
        for (int end = clean.indexOf('/', 1); ; end = clean.indexOf('/', end + 1)) {
            String at = end < 0 ? clean : clean.substring(0, end);
            mounted |= setup.byTarget().containsKey(at);
            @Nullable String target = mounted ? setup.links().get(at) : files.link(at);
            if (target != null && links > 0) {
                String base = target.startsWith("/") ? target : GuestPaths.parent(at) + "/" + target;
                return real(base + clean.substring(at.length()), links - 1);
            }
            if (end < 0) {
                return clean;
            }
        }
    }

    private List<String> parents(String path) {
        return GuestPaths.downwards(real(path));
    }

    private void add(Map<String, List<ContainerView>> deeds, List<String> paths, ContainerView container) {
        if (deeds.size() > MOST) {
            overfull = true;
            return;
        }
        for (String path : paths) {
            deeds.computeIfAbsent(path, key -> new ArrayList<>()).add(container);
        }
    }

    private static Optional<String> scripts(SystemView system) {
        boolean own = system.composition().files().stream()
                .anyMatch(file -> GuestPaths.within(GuestPaths.clean(file.path()), "/etc/init.d"));
        return own
                ? Optional.of("files in /etc/init.d")
                : system.composition().init().stream()
                        .filter(image -> !KnownImages.knownInit(image) && mayHaveScripts(system, image))
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
