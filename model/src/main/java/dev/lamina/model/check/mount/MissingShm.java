package dev.lamina.model.check.mount;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.known.Claim;
import dev.lamina.model.known.Claim.Kind;
import dev.lamina.model.known.KnownUse;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Origin;
import java.util.Set;
import java.util.function.Consumer;

/// MNT16.
final class MissingShm implements ContainerCheck {
    private static final Rule RULE = Rule.of("MNT16", Severity.LOW, "No shared memory for an image that uses it")
            .what("A known image uses /dev/shm or /dev/mqueue, and nothing is mounted there.")
            .why("""
                    Docker mounts a tmpfs of 64 MB at /dev/shm and the message queues at /dev/mqueue; LinuxKit mounts neither. Programs that open
                    shared memory then find no directory for it, or fill the small /dev of the container. PostgreSQL uses
                    /dev/shm for queries that run in parallel.""")
            .fix("Mount a tmpfs at /dev/shm, as large as the program needs; the fix takes Docker's 64 MB.")
            .withQuickFix()
            .references(
                    "docs/known-images.md of Lamina",
                    "https://github.com/docker-library/docs/blob/master/postgres/content.md",
                    "https://man7.org/linux/man-pages/man7/shm_overview.7.html")
            .example("""
                    services:
                      - name: db
                        image: postgres:17
                        capabilities: [CAP_CHOWN, CAP_DAC_OVERRIDE, CAP_SETGID, CAP_SETUID]
                    """, """
                    services:
                      - name: db
                        image: postgres:17
                        capabilities: [CAP_CHOWN, CAP_DAC_OVERRIDE, CAP_SETGID, CAP_SETUID]
                        tmpfs: ["/dev/shm:nosuid,nodev,noexec,mode=1777,size=64m"]
                    """);

    private static final Set<String> PATHS = Set.of("/dev/shm", "/dev/mqueue");
    private static final String SHM = "/dev/shm:nosuid,nodev,noexec,mode=1777,size=64m";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        KnownUse.of(container.ref(), container.spec())
                .ifPresent(use -> use.claims(Kind.MOUNT).stream()
                        .filter(claim -> PATHS.contains(claim.value()) && !mounted(container.spec(), claim.value()))
                        .forEach(claim -> found.accept(report(container, use, claim))));
    }

    /// A `/dev` that somebody gave may have it.
    private static boolean mounted(EffectiveContainer spec, String path) {
        return KnownUse.mountOf(spec, path)
                .filter(mount -> mount.origin().kind() != Origin.Kind.DEFAULT)
                .isPresent();
    }

    private static Report report(ContainerView container, KnownUse use, Claim claim) {
        Report report = Report.at(
                        container.path(),
                        "%s has no %s, which %s uses"
                                .formatted(
                                        container.words(),
                                        claim.value(),
                                        use.image().name()))
                .hint("add the tmpfs \"%s\", larger if it needs more".formatted(SHM));
        boolean ofLabel = container.container().spec().tmpfs().isEmpty()
                && container.spec().mounts().stream()
                        .anyMatch(mount -> mount.value().type().equals("tmpfs")
                                && mount.origin().kind() == Origin.Kind.LABEL);
        return ofLabel || !claim.value().equals("/dev/shm")
                ? report
                : report.fix("Mount /dev/shm", new Edit.Append(container.path("tmpfs"), SHM));
    }
}
