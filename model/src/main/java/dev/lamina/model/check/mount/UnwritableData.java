package dev.lamina.model.check.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.known.Claim;
import dev.lamina.model.known.Claim.Kind;
import dev.lamina.model.known.KnownUse;
import dev.lamina.model.known.Paths;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// MNT11.
final class UnwritableData implements ContainerCheck {
    private static final Rule RULE = Rule.of("MNT11", Severity.WARNING, "Read-only root where the image writes")
            .what("""
                    The root of a container is read-only, and its image writes to a directory where nothing writable is mounted: one that is
                    known of a common image, or that the image declares as a volume.""")
            .why("""
                    Docker makes a volume for each VOLUME of an image; LinuxKit takes no notice of them. With readonly: true such a directory
                    is as read-only as the rest, and the program ends with "Read-only file system".""")
            .fix("""
                    Mount a tmpfs for what may be lost, which the fix does, and bind a directory of a disk for what has to stay.""")
            .withQuickFix()
            .references(
                    "docs/known-images.md of Lamina",
                    "https://github.com/docker-library/docs/blob/master/nginx/content.md",
                    "https://github.com/linuxkit/linuxkit/issues/2503")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                        readonly: true
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        readonly: true
                        tmpfs: ["/var/cache/nginx:nosuid,nodev,noexec,size=64m", "/var/run:nosuid,nodev,noexec,size=64m"]
                    """);

    /// What a tmpfs is given, so that it cannot take all memory, nor be used to start programs.
    private static final String OPTIONS = ":nosuid,nodev,noexec,size=64m";

    private static final Set<String> WRITABLE = Set.of("tmpfs", "bind", "overlay", "ext4", "xfs", "btrfs", "9p", "nfs");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        EffectiveContainer spec = container.spec();
        if (!spec.readonly().value()) {
            return;
        }
        Optional<KnownUse> use = KnownUse.of(container.ref(), spec);
        String writer = use.map(known -> known.image().name()).orElse("its image") + " writes to ";
        List<String> data =
                use.map(known -> unwritable(spec, values(known, Kind.DATA))).orElse(List.of());
        List<String> other = use.map(known -> unwritable(spec, values(known, Kind.WRITES))).orElse(List.of()).stream()
                .filter(path -> !around(path, data))
                .toList();
        List<String> volumes = unwritable(
                        spec, container.image().map(ImageFacts::volumes).orElse(List.of()))
                .stream()
                .filter(path -> !around(path, data) && !around(path, other))
                .toList();
        lasting(container, writer, data, found);
        lasting(container, "its image declares a volume at ", volumes, found);
        if (!other.isEmpty()) {
            Report report = report(container, writer, other)
                    .hint("add a tmpfs for each of them, e.g. \"%s%s\"".formatted(other.getFirst(), OPTIONS));
            found.accept(tmpfsOfLabel(container) ? report : report.fix("Add tmpfs", edits(container, other)));
        }
    }

    private static void lasting(ContainerView container, String why, List<String> paths, Consumer<Report> found) {
        if (!paths.isEmpty()) {
            found.accept(report(container, why, paths)
                    .hint("bind a directory of a disk to %s, or set readonly: false".formatted(paths.getFirst())));
        }
    }

    private static Report report(ContainerView container, String why, List<String> paths) {
        return Report.at(
                container.spec().readonly().origin(),
                "%s has a read-only root, but %s%s".formatted(container.words(), why, String.join(", ", paths)));
    }

    private static List<String> values(KnownUse use, Kind kind) {
        return use.claims(kind).stream().map(Claim::value).toList();
    }

    private static boolean around(String path, List<String> others) {
        return others.stream().anyMatch(other -> Paths.within(path, other) || Paths.within(other, path));
    }

    private static List<String> unwritable(EffectiveContainer spec, List<String> paths) {
        return paths.stream()
                .filter(path -> path.startsWith("/"))
                .filter(path -> KnownUse.mountOf(spec, path)
                        .filter(UnwritableData::writable)
                        .isEmpty())
                .toList();
    }

    private static boolean writable(Given<Mount> mount) {
        return WRITABLE.contains(mount.value().type())
                && !mount.value().options().contains("ro");
    }

    /// A list of the document would replace it.
    private static boolean tmpfsOfLabel(ContainerView container) {
        return container.spec().mounts().stream()
                .anyMatch(mount -> mount.value().type().equals("tmpfs")
                        && mount.origin().kind() == Origin.Kind.LABEL
                        && mount.origin().path().contains(".tmpfs"));
    }

    private static Edit[] edits(ContainerView container, List<String> paths) {
        return paths.stream()
                .map(path -> new Edit.Append(container.path("tmpfs"), path + OPTIONS))
                .toArray(Edit[]::new);
    }
}
