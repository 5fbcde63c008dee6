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
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// MNT07.
final class ControlSocket implements ContainerCheck {
    private static final Rule RULE = Rule.of("MNT07", Severity.CRITICAL, "Socket that controls all containers")
            .what("""
                A container binds the socket of containerd, Docker, CRI-O or Podman, the directory that it is in, or /run together with the
                programs ctr or runc, or with /usr/bin, where they are.\
                """)
            .why("""
                Who can talk to the socket starts containers with all privileges, and so owns the system. A read-only bind changes
                nothing about it: a socket is not written to as a file is.\
                """)
            .fix("Remove the bind. Where containers must be managed, say so by a waiver, and let nothing else run"
                    + " in that container.")
            .references(
                    "CIS Docker Benchmark 5.32: the Docker socket is not mounted inside any containers",
                    "https://docs.kubelinter.io/#/generated/checks?id=docker-sock",
                    "https://docs.docker.com/engine/security/#docker-daemon-attack-surface")
            .example("""
                services:
                  - name: web
                    image: nginx:1.27
                    binds: ["/var/run/docker.sock:/var/run/docker.sock:ro"]
                """, """
                services:
                  - name: web
                    image: nginx:1.27
                    binds: ["/etc/pages:/usr/share/nginx/html:ro"]
                """);

    private static final List<String> SOCKETS = List.of(
            "/run/containerd/containerd.sock", "/run/docker.sock", "/run/crio/crio.sock", "/run/podman/podman.sock");

    private static final Set<String> DIRECTORIES = Set.of("/run/containerd", "/run/crio", "/run/podman");

    private static final Set<String> PROGRAMS = Set.of("ctr", "runc", "crun");

    /// Where LinuxKit's images put them.
    private static final Set<String> OF_PROGRAMS = Set.of("/usr", "/usr/bin");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        List<Given<Mount>> binds = container.spec().mounts().stream()
                .filter(mount -> Binds.isBind(mount.value()))
                .toList();
        Optional<String> program =
                binds.stream().flatMap(bind -> program(bind.value().source())).findFirst();
        for (Given<Mount> bind : binds) {
            String source = inRun(GuestPaths.clean(bind.value().source()));
            boolean whole = source.equals("/run") || source.equals("/");
            if (SOCKETS.contains(source) || DIRECTORIES.contains(source)) {
                found.accept(report(bind, container, "controls all containers by " + Texts.shorten(source)));
            } else if (whole && program.isPresent()) {
                found.accept(report(
                        bind,
                        container,
                        "controls all containers by %s and the sockets below %s"
                                .formatted(
                                        program.get(),
                                        Texts.shorten(bind.value().source()))));
            }
        }
    }

    /// The program that a bind brings, by itself or with the directory of the system that it is in.
    private static Stream<String> program(String source) {
        String path = GuestPaths.clean(source);
        String name = GuestPaths.name(path);
        return PROGRAMS.contains(name)
                ? Stream.of(name)
                : OF_PROGRAMS.contains(path) ? Stream.of("ctr and runc in " + path) : Stream.of();
    }

    private static Report report(Given<Mount> bind, ContainerView container, String what) {
        return Report.at(bind.origin(), container.words() + " " + what)
                .hint("remove the bind, unless it is the job of this container to manage others");
    }

    /// `/var/run` is a link to `/run`.
    private static String inRun(String source) {
        return GuestPaths.within(source, "/var/run") ? source.substring("/var".length()) : source;
    }
}
