package dev.lamina.model.check.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.Section;
import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.mount.MountCommand;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.problem.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// MNT09. Only of onboot containers whose whole work is a mount: what they mount for themselves ends with them.
final class MountOutOfSight implements ContainerCheck {
    private static final Rule RULE = Rule.of("MNT09", Severity.ERROR, "Mount that only its own container sees")
            .what("""
                    A container of onboot mounts a disk, but its directory is not bound to the system, or mounts cannot spread out of the
                    container.""")
            .why("""
                    Each container has its own mounts. They come out only below a bind that is rshared, in a container with
                    rootfsPropagation: shared; otherwise the disk is gone when the container ends, and what comes after writes to
                    memory.""")
            .fix("Bind the directory with rw,rbind,rshared and set rootfsPropagation: shared. The fix does both.")
            .withQuickFix()
            .references(
                    "https://man7.org/linux/man-pages/man7/mount_namespaces.7.html",
                    "https://github.com/linuxkit/linuxkit/pull/2152",
                    "https://github.com/linuxkit/linuxkit/blob/master/pkg/mount/build.yml")
            .example("""
                    onboot:
                      - name: disk
                        image: alpine:3.21
                        command: ["mount", "/dev/sda1", "/var/data"]
                        capabilities: [CAP_SYS_ADMIN]
                        binds: ["/dev:/dev:ro", "/var:/var:rw,rbind"]
                    """, """
                    onboot:
                      - name: disk
                        image: alpine:3.21
                        command: ["mount", "/dev/sda1", "/var/data"]
                        capabilities: [CAP_SYS_ADMIN]
                        binds: ["/dev:/dev:ro", "/var:/var:rw,rbind,rshared"]
                        rootfsPropagation: shared
                    """);

    private static final Set<String> PROPAGATION =
            Set.of("shared", "slave", "rslave", "private", "rprivate", "unbindable", "runbindable");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Optional<MountCommand> command = MountCommand.of(container);
        // What the label of an unknown image binds is not known.
        if (command.isEmpty() || container.section() != Section.ONBOOT || !known(container)) {
            return;
        }
        String target = command.get().target();
        Optional<Given<Mount>> bind = command.get().bind(container);
        if (bind.isEmpty()) {
            found.accept(Report.at(
                            container.spec().command().origin(),
                            "%s mounts at %s, which is not bound to the system: nothing else sees it"
                                    .formatted(container.words(), Texts.shorten(target)))
                    .hint("mount below a directory that it binds, such as /var"));
            return;
        }
        boolean root = !propagationKnown(container)
                || shared(container.spec().rootfsPropagation().value());
        boolean own = bind.get().value().options().stream().anyMatch(MountOutOfSight::shared);
        if (!root || !own) {
            found.accept(report(bind.get(), own, root, target, container));
        }
    }

    private static boolean known(ContainerView container) {
        return container.imageKnown() || container.container().spec().binds().isPresent();
    }

    private static boolean propagationKnown(ContainerView container) {
        return container.imageKnown()
                || container.container().spec().rootfsPropagation().isPresent();
    }

    private static boolean shared(String word) {
        return word.equals("shared") || word.equals("rshared");
    }

    private static Report report(Given<Mount> bind, boolean own, boolean root, String target, ContainerView container) {
        List<String> missing = new ArrayList<>();
        if (!own) {
            missing.add("the bind of %s is not rshared"
                    .formatted(Texts.shorten(bind.value().source())));
        }
        if (!root) {
            missing.add("rootfsPropagation is not shared");
        }
        Origin propagation = container.spec().rootfsPropagation().origin();
        boolean given = propagation.kind() != Origin.Kind.DEFAULT;
        Report report = Report.at(
                        own && given ? propagation : bind.origin(),
                        "what %s mounts at %s is seen by nothing else, as %s"
                                .formatted(container.words(), Texts.shorten(target), String.join(" and ", missing)))
                .hint("bind with rw,rbind,rshared and set rootfsPropagation: shared");
        List<Edit> edits = new ArrayList<>();
        if (!own) {
            Optional<Edit> edit = spreading(bind);
            if (edit.isEmpty()) {
                return report;
            }
            edits.add(edit.get());
        }
        if (!root || !propagationKnown(container)) {
            edits.add(new Edit.Set(container.path("rootfsPropagation"), "shared"));
        }
        return report.fix("Let the mount be seen", edits.toArray(Edit[]::new));
    }

    /// The bind with `rshared` in the place of another word of that kind, or at its end.
    private static Optional<Edit> spreading(Given<Mount> bind) {
        String path = bind.origin().path();
        if (!bind.origin().inDocument() || !path.contains(".binds")) {
            return Optional.empty();
        }
        List<String> options = new ArrayList<>(bind.value().options());
        options.removeIf(PROPAGATION::contains);
        if (!options.contains("rbind")) {
            options.add("rbind");
        }
        options.add("rshared");
        // The runtime's own word for it comes last.
        options.remove("bind");
        return Optional.of(new Edit.Set(
                path, bind.value().source() + ":" + bind.value().destination() + ":" + String.join(",", options)));
    }
}
