package dev.lamina.model.check.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.Section;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.known.Claim;
import dev.lamina.model.known.Claim.Kind;
import dev.lamina.model.known.KnownUse;
import dev.lamina.model.known.Paths;
import dev.lamina.model.oci.Given;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// MNT15. It says nothing when a container that is not known may mount a disk.
final class DataInMemory implements SystemCheck {
    private static final Rule RULE = Rule.of("MNT15", Severity.WARNING, "Data that is lost with the system")
            .what("""
                    A service keeps data in a directory that is in memory: its own root file system, a tmpfs, a volume, or a directory of the
                    system below /var, /run or /tmp where no disk is mounted.""")
            .why("""
                    The root of a container is an overlay whose writable side is a tmpfs, and so are volumes; the init mounts a tmpfs on /var,
                    /run and /tmp. All of it starts empty at each boot, and fills the memory until then.""")
            .fix("""
                    Make and mount a disk in onboot, and bind a directory of it to where the service keeps its data. The fix does it in systems
                    of Lamina's own components, or takes the disk that is mounted already. Give the machine a disk: lamina run
                    --disk data.img,size=1G. When the data may be lost, write a waiver.""")
            .withQuickFix()
            .references(
                    "docs/known-images.md of Lamina",
                    "https://github.com/linuxkit/linuxkit/issues/1941",
                    "https://github.com/linuxkit/linuxkit/issues/3569",
                    "https://github.com/linuxkit/linuxkit/blob/master/pkg/init/cmd/rc.init/main.go")
            .example("""
                    services:
                      - name: cache
                        image: redis:7.4
                        capabilities: [CAP_CHOWN, CAP_SETGID, CAP_SETUID]
                    """, """
                    onboot:
                      - name: format
                        image: lamina/format
                        command: [/usr/bin/format, -label, DATA]
                      - name: mount
                        image: lamina/mount
                        command: [/usr/bin/mountie, -label, DATA, /var/data]
                    services:
                      - name: cache
                        image: redis:7.4
                        capabilities: [CAP_CHOWN, CAP_SETGID, CAP_SETUID]
                        binds: ["/var/data/cache:/data:rw,rprivate"]
                        runtime:
                          mkdir: [/var/data/cache]
                    """);

    private static final String VOLUMES = "/containers/volumes/";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        Disks disks = system.derived(Disks.class, Disks::of);
        for (ContainerView container : system.containers(Section.SERVICES)) {
            KnownUse.of(container.ref(), container.spec())
                    .ifPresent(use -> use.claims(Kind.DATA)
                            .forEach(claim -> place(container, claim.value(), disks)
                                    .ifPresent(place -> found.accept(report(system, disks, container, claim, place)))));
        }
    }

    /// Where the data is, in words, when that is in memory.
    private static Optional<String> place(ContainerView container, String path, Disks disks) {
        Optional<Given<Mount>> mount = KnownUse.mountOf(container.spec(), path);
        if (mount.isEmpty()) {
            // Nothing can be written to a read-only root: that is for MNT11.
            return container.spec().readonly().value()
                    ? Optional.empty()
                    : Optional.of("which is in the container's own file system");
        }
        String source = mount.get().value().source();
        return switch (mount.get().value().type()) {
            case "tmpfs" -> Optional.of("which is a tmpfs");
            case "bind" -> {
                if (source.startsWith(VOLUMES)) {
                    yield Optional.of("which is on a volume");
                }
                String below = Paths.plain(path)
                        .substring(
                                Paths.plain(mount.get().value().destination()).length());
                String host = Paths.plain(source) + below;
                yield ofSystem(host) && disks.sure() && !disks.have(host)
                        ? Optional.of("which is %s of the system, where no disk is mounted".formatted(host))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static boolean ofSystem(String host) {
        return List.of("/var", "/run", "/tmp").stream().anyMatch(tmpfs -> Paths.within(host, tmpfs));
    }

    private static Report report(SystemView system, Disks disks, ContainerView container, Claim claim, String place) {
        String path = KnownUse.mountOf(container.spec(), claim.value())
                .filter(mount -> mount.origin().inDocument())
                .map(mount -> mount.origin().path())
                .orElse(container.path());
        Report report = Report.at(
                        path,
                        "%s keeps its data in %s, %s: it is lost when the system stops"
                                .formatted(container.words(), claim.value(), place))
                .hint(hint(disks, claim.value()));
        return DiskFix.of(system, disks, container, claim.value())
                .map(edits -> report.fix("Keep it on a disk", edits))
                .orElse(report);
    }

    private static String hint(Disks disks, String path) {
        return disks.paths().isEmpty()
                ? "mount a disk in onboot (lamina/format, lamina/mount) and bind a directory of it to " + path
                : "bind a directory of the disk at %s to %s"
                        .formatted(disks.paths().getFirst(), path);
    }
}
