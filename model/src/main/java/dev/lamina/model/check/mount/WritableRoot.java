package dev.lamina.model.check.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.known.KnownUse;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// MNT12. The fix is offered only where the image has no place that programs use to write to: for all others a person
/// must find out first.
final class WritableRoot implements ContainerCheck {
    private static final Rule RULE = Rule.of("MNT12", Severity.LOW, "Root that could be read-only")
            .what("The container does not set readonly: true.")
            .why("""
                    Who breaks into a program can change its files and leave others behind. What it writes is in memory besides, up to half
                    of the machine's, and gone when it ends.""")
            .fix("Set readonly: true, with a tmpfs or a bind where the program writes.")
            .withQuickFix()
            .references(
                    "CIS Docker Benchmark 5.13: the container's root filesystem is mounted as read only",
                    "https://docs.kubelinter.io/#/generated/checks?id=no-read-only-root-fs")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        readonly: true
                        tmpfs: ["/var/cache/nginx:size=10%,nosuid,nodev,noexec", "/var/run:size=10%,nosuid,nodev,noexec"]
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        boolean fromLabel =
                container.spec().readonly().origin().kind() == Origin.Kind.DEFAULT && !container.imageKnown();
        if (container.spec().readonly().value() || fromLabel && container.ref().builtIn()) {
            return;
        }
        Report report = Report.at(
                        container.spec().readonly().origin(),
                        "%s can write to its own root".formatted(container.words()))
                .hint("set readonly: true, with a tmpfs where it writes");
        found.accept(
                writesNowhere(container)
                        ? report.fix("Set readonly: true", new Edit.Set(container.path("readonly"), true))
                        : report);
    }

    private static boolean writesNowhere(ContainerView container) {
        // Images that are known say where they write.
        if (container.files().isEmpty()
                || KnownUse.of(container.ref(), container.spec()).isPresent()) {
            return false;
        }
        ImageFiles files = container.files().get();
        boolean places = Stream.of("/tmp", "/var", "/run", "/data", "/home", "/srv")
                .anyMatch(path -> files.resolve(path).isPresent());
        List<String> volumes = container.image().map(ImageFacts::volumes).orElse(List.of());
        return !places
                && volumes.isEmpty()
                && container.spec().mounts().stream().allMatch(mount -> there(mount, files));
    }

    private static boolean there(Given<Mount> mount, ImageFiles files) {
        String target = GuestPaths.clean(mount.value().destination());
        return mount.origin().kind() == Origin.Kind.DEFAULT
                || GuestPaths.within(target, "/dev")
                || files.resolve(target).isPresent();
    }
}
