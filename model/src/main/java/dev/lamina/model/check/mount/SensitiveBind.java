package dev.lamina.model.check.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.mount.Binds;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.oci.Given;
import dev.lamina.model.problem.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// MNT06.
final class SensitiveBind implements ContainerCheck {
    private static final Rule RULE = Rule.of("MNT06", Severity.HIGH, "Sensitive directory of the system, writable")
            .what("""
                    A container binds /, /etc, /boot, /dev, /lib, /proc, /sys, /usr or /containers of the system without ro, or something below
                    /boot, /proc, /sys or /containers.""")
            .why("""
                    Files there decide what the system and all other containers run. A bind without options is writable. The root of the system
                    is mounted read-only, which holds until somebody with CAP_SYS_ADMIN mounts it writable; /dev, /proc, /sys and the
                    writable layers of containers are writable at once.""")
            .fix("Bind only what is needed, with ro: /etc/resolv.conf:/etc/resolv.conf:ro.")
            .references(
                    "CIS Docker Benchmark 5.6: sensitive host system directories are not mounted on containers",
                    "https://github.com/docker/docker-bench-security",
                    "https://docs.kubelinter.io/#/generated/checks?id=sensitive-host-mounts")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                        binds: ["/etc:/host/etc"]
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        binds: ["/etc:/host/etc:ro"]
                    """);

    private static final Map<String, String> MEANING = Map.of(
            "/", "all files of the system",
            "/etc", "its settings",
            "/boot", "its kernel",
            "/dev", "its devices",
            "/lib", "its libraries and drivers",
            "/proc", "its processes and settings",
            "/sys", "its devices and drivers",
            "/usr", "its programs",
            "/containers", "the files of all containers");

    private static final List<String> WHOLE = List.of("/boot", "/proc", "/sys", "/containers");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        for (Given<Mount> mount : container.spec().mounts()) {
            if (Binds.isBind(mount.value())
                    && Binds.writable(mount.value())
                    && mount.value().source().startsWith("/")) {
                String source = GuestPaths.clean(mount.value().source());
                sensitive(source)
                        .ifPresent(directory -> found.accept(Report.at(
                                        mount.origin(),
                                        "%s binds %s of the system writable: %s"
                                                .formatted(
                                                        container.words(),
                                                        Texts.shorten(source),
                                                        MEANING.get(directory)))
                                .hint("append :ro, or bind only the files that it needs")));
            }
        }
    }

    /// The directory of the list that a path is, or is in. Volumes lie below `/containers` and are meant to be written.
    private static Optional<String> sensitive(String source) {
        if (MEANING.containsKey(source)) {
            return Optional.of(source);
        }
        return GuestPaths.within(source, "/containers/volumes") || source.equals("/sys/fs/cgroup")
                ? Optional.empty()
                : WHOLE.stream()
                        .filter(directory -> GuestPaths.within(source, directory))
                        .findFirst();
    }
}
